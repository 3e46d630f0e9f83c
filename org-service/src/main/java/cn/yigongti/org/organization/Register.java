package cn.yigongti.org.organization;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import cn.yigongti.org.calendar.Today;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.paging.Condition;
import cn.yigongti.platform.paging.KeysetQuery;
import cn.yigongti.platform.paging.Page;
import cn.yigongti.platform.paging.Paging;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The register to look things up in, each caller seeing what their grants reach. Every
 * answer takes one statement, a list one more for its total; each organization comes with
 * its consortium of the date.
 */
@Component
public class Register {

	private static final String FROM = """
			organization o left join membership m
			on m.organization_id = o.id and m.tenure @> cast(:date as date)""";

	private final JdbcClient jdbc;

	private final Today today;

	Register(JdbcClient jdbc, Today today) {
		this.jdbc = jdbc;
		this.today = today;
	}

	public Page<RegisteredOrganization> list(Caller caller, OrganizationFilter filter, Paging paging) {
		LocalDate date = this.today.or(filter.asOf());
		KeysetQuery query = KeysetQuery.select(RegisterRow.COLUMNS, FROM)
			.where("o.opened_on <= :date", "date", date)
			.anyOf(Reach.toRead(caller, this.today.date()))
			.whereIfPresent("o.tier = :tier", "tier", filter.tier())
			.whereIfPresent("m.consortium_id = :consortium", "consortium", filter.consortiumId())
			.whereIfPresent("o.parent_id = :parent", "parent", filter.parentId())
			.whereIfPresent("o.institution_code = :institution", "institution", filter.institutionCode())
			.sortedBy("regionCode", "o.region_code", "text")
			.sortedBy("name", "o.name", "text")
			.sortedBy("openedOn", "o.opened_on", "date")
			.identifiedBy("o.id", "uuid");
		Optional.ofNullable(filter.regionCode())
			.map((prefix) -> Reach.within("region", prefix))
			.ifPresent(query::where);
		Optional.ofNullable(filter.effectiveStatus()).map(Register::inStatus).ifPresent(query::where);
		Optional.ofNullable(filter.query()).map(Register::named).ifPresent(query::where);
		return query.page(this.jdbc, paging, new RegisterRow(date));
	}

	/** An organization the caller may see; not there before it opened. */
	public Optional<RegisteredOrganization> find(Caller caller, UUID id, @Nullable LocalDate asOf) {
		return find(List.of(id), Reach.toRead(caller, this.today.date()), this.today.or(asOf)).stream().findFirst();
	}

	/** Those of these organizations that the caller may see, as of today. */
	public List<RegisteredOrganization> lookUp(Caller caller, Collection<UUID> ids) {
		return find(ids, Reach.toRead(caller, this.today.date()), this.today.date());
	}

	/** An organization the caller may change, as of today. */
	Optional<RegisteredOrganization> findToWrite(Caller caller, UUID id) {
		LocalDate date = this.today.date();
		return find(List.of(id), Reach.toWrite(caller, date), date).stream().findFirst();
	}

	private List<RegisteredOrganization> find(Collection<UUID> ids, List<Condition> reach, LocalDate date) {
		if (reach.isEmpty()) {
			return List.of();
		}
		String alternatives = reach.stream().map(Condition::sql).collect(Collectors.joining(") or (", "((", "))"));
		JdbcClient.StatementSpec statement = this.jdbc
			.sql("select " + RegisterRow.COLUMNS + " from " + FROM
					+ " where o.id in (:ids) and o.opened_on <= :date and " + alternatives + " order by o.id")
			.param("ids", ids)
			.param("date", date);
		reach.forEach((condition) -> condition.parameters().forEach(statement::param));
		return statement.query(new RegisterRow(date)).list();
	}

	private static Condition inStatus(OrganizationStatus status) {
		return new Condition(switch (status) {
			case ACTIVE -> "o.closed_on is null or o.closed_on > :date";
			case CLOSED -> "o.closed_on <= :date";
		});
	}

	/**
	 * The index over pairs of characters finds the candidates, the comparison keeps those
	 * that hold the whole text.
	 */
	private static Condition named(String query) {
		String text = query.strip().toLowerCase(Locale.ROOT);
		String escaped = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
		return new Condition("grams(o.search_text) @> grams(:text) and o.search_text like :like",
				Map.of("text", text, "like", "%" + escaped + "%"));
	}

}

package cn.yigongti.org.consortium;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import cn.yigongti.org.calendar.Today;
import cn.yigongti.org.organization.OrganizationStatus;
import cn.yigongti.org.organization.Reach;
import cn.yigongti.org.organization.Tier;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.caller.DataScope;
import cn.yigongti.platform.paging.Condition;
import cn.yigongti.platform.paging.KeysetQuery;
import cn.yigongti.platform.paging.Page;
import cn.yigongti.platform.paging.Paging;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The members of a consortium on a date. Who holds a grant for the consortium sees all of
 * them, those of the past included; others see the members their own grants reach.
 */
@Component
public class Members {

	private static final String COLUMNS = """
			o.id, o.name, o.tier, o.type, o.region_code, m.joined_on, m.left_on, o.closed_on,
			l.organization_id is not null as leads""";

	private static final String FROM = """
			membership m join organization o on o.id = m.organization_id
			left join leadership l on l.consortium_id = m.consortium_id and l.organization_id = m.organization_id
			and l.tenure @> cast(:date as date)""";

	private static final List<Condition> EVERYBODY = List.of(new Condition("true"));

	private final JdbcClient jdbc;

	private final Today today;

	Members(JdbcClient jdbc, Today today) {
		this.jdbc = jdbc;
		this.today = today;
	}

	public Page<Member> list(Caller caller, UUID consortiumId, @Nullable LocalDate asOf, Paging paging) {
		return members(caller, consortiumId, this.today.or(asOf)).page(this.jdbc, paging, row(this.today.or(asOf)));
	}

	/** One member, if it is one on that date and the caller may see it. */
	public Optional<Member> find(Caller caller, UUID consortiumId, UUID organizationId, @Nullable LocalDate asOf) {
		return find(visible(caller.scopeOf(ConsortiumRegister.READ), consortiumId), consortiumId,
				List.of(organizationId), this.today.or(asOf))
			.stream()
			.findFirst();
	}

	/** Those who have just joined, as of the day they do or today, whichever is later. */
	public List<Member> joined(UUID consortiumId, Collection<UUID> organizationIds, LocalDate joinedOn) {
		LocalDate today = this.today.date();
		return find(EVERYBODY, consortiumId, organizationIds, joinedOn.isAfter(today) ? joinedOn : today);
	}

	private List<Member> find(List<Condition> reach, UUID consortiumId, Collection<UUID> ids, LocalDate date) {
		if (reach.isEmpty()) {
			return List.of();
		}
		String alternatives = reach.stream().map(Condition::sql).collect(Collectors.joining(") or (", "((", "))"));
		JdbcClient.StatementSpec statement = this.jdbc
			.sql("select " + COLUMNS + " from " + FROM
					+ " where m.consortium_id = :consortium and o.id in (:ids) and m.tenure @> cast(:date as date) and "
					+ alternatives + " order by o.region_code, o.id")
			.param("consortium", consortiumId)
			.param("ids", ids)
			.param("date", date);
		reach.forEach((condition) -> condition.parameters().forEach(statement::param));
		return statement.query(row(date)).list();
	}

	private KeysetQuery members(Caller caller, UUID consortiumId, LocalDate date) {
		return KeysetQuery.select(COLUMNS, FROM)
			.where("m.consortium_id = :consortium", "consortium", consortiumId)
			.where("m.tenure @> cast(:date as date)", "date", date)
			.anyOf(visible(caller.scopeOf(ConsortiumRegister.READ), consortiumId))
			.sortedBy("regionCode", "o.region_code", "text")
			.sortedBy("name", "o.name", "text")
			.sortedBy("joinedOn", "m.joined_on", "date")
			.identifiedBy("m.id", "uuid");
	}

	private List<Condition> visible(DataScope scope, UUID consortiumId) {
		return scope.consortia().contains(consortiumId) ? EVERYBODY : Reach.of(scope, this.today.date());
	}

	private static RowMapper<Member> row(LocalDate date) {
		return (row, number) -> member(row, date);
	}

	private static Member member(ResultSet row, LocalDate date) throws SQLException {
		LocalDate closedOn = row.getObject("closed_on", LocalDate.class);
		boolean closed = closedOn != null && !closedOn.isAfter(date);
		return new Member(row.getObject("id", UUID.class), row.getString("name"), Tier.valueOf(row.getString("tier")),
				row.getString("type"), row.getString("region_code"), row.getObject("joined_on", LocalDate.class),
				row.getObject("left_on", LocalDate.class), row.getBoolean("leads"),
				closed ? OrganizationStatus.CLOSED : OrganizationStatus.ACTIVE);
	}

}

package cn.yigongti.org.organization;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

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
 * answer takes one statement; each organization comes with its consortium of the date.
 */
@Component
public class Register {

	private final JdbcClient jdbc;

	private final Today today;

	Register(JdbcClient jdbc, Today today) {
		this.jdbc = jdbc;
		this.today = today;
	}

	public Page<RegisteredOrganization> list(Caller caller, OrganizationFilter filter, Paging paging) {
		AsOf asOf = asOf(filter.asOf());
		KeysetQuery query = KeysetQuery.select(RegisterRow.COLUMNS, from(asOf))
			.where(asOf.openedBefore())
			.anyOf(Reach.toRead(caller, asOf))
			.whereIfPresent("e.tier = :tier", "tier", filter.tier())
			.whereIfPresent("m.consortium_id = :consortium", "consortium", filter.consortiumId())
			.whereIfPresent("e.parent_id = :parent", "parent", filter.parentId())
			.whereIfPresent("o.institution_code = :institution", "institution", filter.institutionCode())
			.sortedBy("regionCode", "e.region_code", "text")
			.sortedBy("name", "e.name", "text")
			.sortedBy("openedOn", "o.opened_on", "date")
			.identifiedBy(identityFor(paging), "uuid");
		Optional.ofNullable(filter.regionCode()).map(AsOf::within).ifPresent(query::where);
		Optional.ofNullable(filter.effectiveStatus()).map(Register::inStatus).ifPresent(query::where);
		Optional.ofNullable(filter.query()).map(AsOf::named).ifPresent(query::where);
		return query.page(this.jdbc, paging, new RegisterRow(asOf.date()));
	}

	/** An organization the caller may see; not there before it opened. */
	public Optional<RegisteredOrganization> find(Caller caller, UUID id, @Nullable LocalDate date) {
		AsOf asOf = asOf(date);
		return find(List.of(id), Reach.toRead(caller, asOf), asOf).stream().findFirst();
	}

	/** Those of these organizations that the caller may see, as of today. */
	public List<RegisteredOrganization> lookUp(Caller caller, Collection<UUID> ids) {
		AsOf asOf = asOf(null);
		return find(ids, Reach.toRead(caller, asOf), asOf);
	}

	/** An organization the caller may change. */
	Optional<RegisteredOrganization> findToWrite(Caller caller, UUID id, @Nullable LocalDate date) {
		AsOf asOf = asOf(date);
		return find(List.of(id), Reach.toWrite(caller, asOf), asOf).stream().findFirst();
	}

	/** Whether the caller, with the grants of today, could change it on a later day. */
	boolean willReach(Caller caller, UUID id, LocalDate date) {
		AsOf asOf = new AsOf(date, date);
		return !find(List.of(id), Reach.toWrite(caller, asOf), asOf).isEmpty();
	}

	/**
	 * All that an organization was, is and will be, the latest first; nothing when the
	 * caller may not see it.
	 */
	public List<Edition> history(Caller caller, UUID id) {
		AsOf asOf = asOf(null);
		Condition within = Condition.anyOf(Reach.toRead(caller, asOf));
		return this.jdbc
			.sql("""
					select h.* from organization_edition h where h.organization_id = :id
					and exists (select from %s where o.id = :id and %s) order by h.from_on desc"""
				.formatted("organization o" + asOf.editions(), within.sql()))
			.params(within.parameters())
			.param("id", id)
			.param("date", asOf.date())
			.param("today", asOf.today())
			.query((row, number) -> OrganizationRows.edition(row))
			.list();
	}

	/** These organizations as of today, whoever asks. */
	List<RegisteredOrganization> readAll(Collection<UUID> ids, LocalDate today) {
		return find(ids, List.of(new Condition("true")), AsOf.today(today));
	}

	private List<RegisteredOrganization> find(Collection<UUID> ids, List<Condition> reach, AsOf asOf) {
		if (reach.isEmpty() || ids.isEmpty()) {
			return List.of();
		}
		Condition within = Condition.anyOf(reach);
		return this.jdbc
			.sql("select " + RegisterRow.COLUMNS + " from " + from(asOf) + " where o.id in (:ids) and " + within.sql()
					+ " order by o.id")
			.params(within.parameters())
			.param("ids", ids)
			.param("date", asOf.date())
			.param("today", asOf.today())
			.query(new RegisterRow(asOf.date()))
			.list();
	}

	private AsOf asOf(@Nullable LocalDate date) {
		return new AsOf(this.today.or(date), this.today.date());
	}

	private static String from(AsOf asOf) {
		return "organization o" + asOf.editions() + AsOf.consortium();
	}

	/** Of the table that has the first sort field, so that one index has both. */
	private static String identityFor(Paging paging) {
		boolean byOpening = !paging.sort().isEmpty() && paging.sort().getFirst().field().equals("openedOn");
		return byOpening ? "o.id" : "e.organization_id";
	}

	private static Condition inStatus(OrganizationStatus status) {
		return new Condition(switch (status) {
			case ACTIVE -> "o.closed_on is null or o.closed_on > :date";
			case CLOSED -> "o.closed_on <= :date";
		});
	}

}

package cn.yigongti.org.consortium;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import cn.yigongti.org.calendar.Today;
import cn.yigongti.org.organization.AsOf;
import cn.yigongti.org.organization.OrganizationStatus;
import cn.yigongti.org.organization.Reach;
import cn.yigongti.org.organization.Tier;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.caller.DataScope;
import cn.yigongti.platform.paging.Condition;
import cn.yigongti.platform.paging.KeysetQuery;
import cn.yigongti.platform.paging.Page;
import cn.yigongti.platform.paging.Paging;
import cn.yigongti.platform.problem.NotFound;
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
			o.id, e.name, e.tier, e.type, e.region_code, m.joined_on, m.left_on, o.closed_on,
			l.organization_id is not null as leads""";

	private static final String LEADERSHIP = """
			left join leadership l on l.consortium_id = m.consortium_id and l.organization_id = m.organization_id
			and l.tenure @> cast(:date as date)""";

	private static final List<Condition> EVERYBODY = List.of(new Condition("true"));

	private final ConsortiumRegister consortia;

	private final JdbcClient jdbc;

	private final Today today;

	Members(ConsortiumRegister consortia, JdbcClient jdbc, Today today) {
		this.consortia = consortia;
		this.jdbc = jdbc;
		this.today = today;
	}

	/**
	 * A page of them.
	 * @throws NotFound if the caller may not see the consortium
	 */
	public Page<Member> list(Caller caller, UUID consortiumId, @Nullable LocalDate date, Paging paging) {
		AsOf asOf = asOf(date);
		Page<Member> page = KeysetQuery.select(COLUMNS, from(asOf))
			.where("m.consortium_id = :consortium", "consortium", consortiumId)
			.where(AsOf.member("m", "date"), "date", asOf.date())
			.where(asOf.openedBefore())
			.where(this.consortia.visible(caller))
			.anyOf(visible(caller.scopeOf(ConsortiumRegister.READ), consortiumId, asOf))
			.sortedBy("regionCode", "e.region_code", "text")
			.sortedBy("name", "e.name", "text")
			.sortedBy("joinedOn", "m.joined_on", "date")
			.identifiedBy("m.id", "uuid")
			.page(this.jdbc, paging, row(asOf.date()));
		if (page.items().isEmpty()) {
			requireVisible(caller, consortiumId);
		}
		return page;
	}

	private void requireVisible(Caller caller, UUID consortiumId) {
		if (this.consortia.find(caller, consortiumId, null).isEmpty()) {
			throw new NotFound("consortium", consortiumId);
		}
	}

	/** One member, if it is one on that date and the caller may see both. */
	public Optional<Member> find(Caller caller, UUID consortiumId, UUID organizationId, @Nullable LocalDate date) {
		AsOf asOf = asOf(date);
		requireVisible(caller, consortiumId);
		return find(visible(caller.scopeOf(ConsortiumRegister.READ), consortiumId, asOf), consortiumId,
				List.of(organizationId), asOf)
			.stream()
			.findFirst();
	}

	/** Those who have just joined, as of the day they do or today, whichever is later. */
	public List<Member> joined(UUID consortiumId, Collection<UUID> organizationIds, LocalDate joinedOn) {
		return find(EVERYBODY, consortiumId, organizationIds,
				asOf(joinedOn.isAfter(this.today.date()) ? joinedOn : null));
	}

	private List<Member> find(List<Condition> reach, UUID consortiumId, Collection<UUID> ids, AsOf asOf) {
		if (reach.isEmpty()) {
			return List.of();
		}
		Condition within = Condition.anyOf(reach);
		return this.jdbc
			.sql("select " + COLUMNS + " from " + from(asOf)
					+ " where m.consortium_id = :consortium and o.id in (:ids) and m.tenure @> cast(:date as date) and "
					+ within.sql() + " order by e.region_code, o.id")
			.params(within.parameters())
			.param("consortium", consortiumId)
			.param("ids", ids)
			.param("date", asOf.date())
			.param("today", asOf.today())
			.query(row(asOf.date()))
			.list();
	}

	private AsOf asOf(@Nullable LocalDate date) {
		return new AsOf(this.today.or(date), this.today.date());
	}

	private static String from(AsOf asOf) {
		return "membership m join organization o on o.id = m.organization_id" + asOf.editions() + LEADERSHIP;
	}

	private static List<Condition> visible(DataScope scope, UUID consortiumId, AsOf asOf) {
		return scope.consortia().contains(consortiumId) ? EVERYBODY : Reach.of(scope, asOf);
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

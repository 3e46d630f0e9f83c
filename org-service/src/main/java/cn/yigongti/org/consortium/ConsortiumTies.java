package cn.yigongti.org.consortium;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.BiPredicate;

import cn.yigongti.org.calendar.Span;
import cn.yigongti.org.code.DivisionCode;
import cn.yigongti.org.organization.Organization;
import cn.yigongti.org.organization.Standing;
import cn.yigongti.org.organization.Tier;
import cn.yigongti.org.organization.Ties;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What consortia hold on an organization: a lead can't go, a member goes out of its
 * consortium with its closing.
 */
@Component
class ConsortiumTies implements Ties {

	private final JdbcClient jdbc;

	ConsortiumTies(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public void release(Organization organization, LocalDate closedOn) {
		if (leadsAfter(organization.id(), closedOn)) {
			throw new LeadsConsortium(organization.id());
		}
		this.jdbc.sql("delete from membership where organization_id = :id and joined_on >= :date")
			.param("id", organization.id())
			.param("date", closedOn)
			.update();
		this.jdbc.sql("""
				update membership set left_on = :date, version = version + 1
				where organization_id = :id and (left_on is null or left_on > :date)""")
			.param("id", organization.id())
			.param("date", closedOn)
			.update();
	}

	@Override
	public void allow(Organization changed, LocalDate from) {
		if (!isOn(leaderships(changed.id(), from), changed, (county, standing) -> standing.tier() == Tier.COUNTY)) {
			throw new LeadsConsortium(changed.id());
		}
		if (!isOn(memberships(changed.id(), from), changed, Consortium::takes)) {
			throw new BoundToCounty(changed.id());
		}
	}

	/** Some days, and the county of the consortium of those days. */
	private record Tenure(Span days, DivisionCode county) {

		static Tenure of(ResultSet row, int number) throws SQLException {
			return new Tenure(
					new Span(row.getObject("start", LocalDate.class), row.getObject("until", LocalDate.class)),
					new DivisionCode(row.getString("region_code")));
		}

	}

	private static boolean isOn(List<Tenure> tenures, Organization organization,
			BiPredicate<DivisionCode, Standing> rule) {
		return tenures.stream()
			.allMatch((tenure) -> organization.history()
				.editionsFrom(tenure.days().from())
				.stream()
				.filter((edition) -> edition.span().overlaps(tenure.days()))
				.allMatch((edition) -> rule.test(tenure.county(), edition.standing())));
	}

	private List<Tenure> leaderships(UUID organizationId, LocalDate from) {
		return this.jdbc.sql("""
				select greatest(l.from_on, :from) as start, l.until_on as until, c.region_code
				from leadership l join consortium c on c.id = l.consortium_id
				where l.organization_id = :id and (l.until_on is null or l.until_on > :from)""")
			.param("id", organizationId)
			.param("from", from)
			.query(Tenure::of)
			.list();
	}

	private List<Tenure> memberships(UUID organizationId, LocalDate from) {
		return this.jdbc.sql("""
				select greatest(m.joined_on, :from) as start, m.left_on as until, c.region_code
				from membership m join consortium c on c.id = m.consortium_id
				where m.organization_id = :id and (m.left_on is null or m.left_on > :from)""")
			.param("id", organizationId)
			.param("from", from)
			.query(Tenure::of)
			.list();
	}

	private boolean leadsAfter(UUID organizationId, LocalDate date) {
		return this.jdbc.sql("""
				select exists (select from leadership
				where organization_id = :id and (until_on is null or until_on > :date))""")
			.param("id", organizationId)
			.param("date", date)
			.query(Boolean.class)
			.single();
	}

}

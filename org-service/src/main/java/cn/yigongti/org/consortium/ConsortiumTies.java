package cn.yigongti.org.consortium;

import java.time.LocalDate;
import java.util.UUID;

import cn.yigongti.org.calendar.Today;
import cn.yigongti.org.organization.Organization;
import cn.yigongti.org.organization.Particulars;
import cn.yigongti.org.organization.Ties;
import cn.yigongti.org.organization.Tier;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What consortia hold on an organization: a lead can't go, a member goes out of its
 * consortium with its closing.
 */
@Component
class ConsortiumTies implements Ties {

	private final JdbcClient jdbc;

	private final Today today;

	ConsortiumTies(JdbcClient jdbc, Today today) {
		this.jdbc = jdbc;
		this.today = today;
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
	public void allow(Particulars before, Organization changed) {
		LocalDate date = this.today.date();
		Particulars after = changed.particulars();
		if (after.tier() != Tier.COUNTY && before.tier() == Tier.COUNTY && leadsAfter(changed.id(), date)) {
			throw new LeadsConsortium(changed.id());
		}
		if (after.tier() != Tier.CITY && isInOtherCounty(changed.id(), after.regionCode().county().value(), date)) {
			throw new BoundToCounty(changed.id());
		}
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

	private boolean isInOtherCounty(UUID organizationId, String county, LocalDate date) {
		return this.jdbc.sql("""
				select exists (select from membership m join consortium c on c.id = m.consortium_id
				where m.organization_id = :id and (m.left_on is null or m.left_on > :date)
				and c.region_code <> :county)""")
			.param("id", organizationId)
			.param("date", date)
			.param("county", county)
			.query(Boolean.class)
			.single();
	}

}

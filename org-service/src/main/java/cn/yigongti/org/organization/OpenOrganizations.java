package cn.yigongti.org.organization;

import java.time.LocalDate;

import cn.yigongti.org.region.Occupancy;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The organizations that keep a division from being abolished. */
@Component
class OpenOrganizations implements Occupancy {

	private final JdbcClient jdbc;

	OpenOrganizations(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public int countOpen(String code, LocalDate date) {
		return this.jdbc.sql("""
				select count(distinct o.id)
				from organization_edition e join organization o on o.id = e.organization_id
				where e.region_code >= :code and e.region_code < :code || ':'
				and not isempty(e.valid * o.life * daterange(:date, null))""")
			.param("code", code)
			.param("date", date)
			.query(Integer.class)
			.single();
	}

}

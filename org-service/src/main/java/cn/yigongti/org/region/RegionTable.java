package cn.yigongti.org.region;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Divisions as they are changed: by one transaction at a time, whatever their dates. */
@Component
class RegionTable {

	private final JdbcClient jdbc;

	RegionTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Those of these that we have, after everybody who was changing some has finished.
	 */
	Map<String, Region> readToChange(Collection<String> codes) {
		this.jdbc.sql("lock table region in share row exclusive mode").update();
		Map<String, Region> found = new HashMap<>();
		this.jdbc.sql("select " + Regions.COLUMNS + " from region where code in (:codes)")
			.param("codes", codes)
			.query(Regions::region)
			.list()
			.forEach((region) -> found.put(region.code(), region));
		return found;
	}

	/**
	 * How many divisions directly below one go on after this date. Nobody registers an
	 * organization in it from now until the transaction ends.
	 */
	int countChildrenAfter(String code, LocalDate date) {
		this.jdbc.sql("select code from region where code = :code for update")
			.param("code", code)
			.query(String.class)
			.optional();
		return this.jdbc.sql("""
				select count(*) from region
				where parent_code = :code and (abolished_on is null or abolished_on > :date)""")
			.param("code", code)
			.param("date", date)
			.query(Integer.class)
			.single();
	}

	void write(Region region) {
		this.jdbc.sql("""
				insert into region (code, name, level, parent_code, established_on, abolished_on, version, maintained)
				values (:code, :name, :level, :parent, :established, :abolished, :version, true)
				on conflict (code) do update set name = excluded.name, established_on = excluded.established_on,
				abolished_on = excluded.abolished_on, version = excluded.version, maintained = true""")
			.param("code", region.code())
			.param("name", region.facts().name())
			.param("level", region.level().name())
			.param("parent", region.parentCode())
			.param("established", region.facts().establishedOn())
			.param("abolished", region.facts().abolishedOn())
			.param("version", region.version())
			.update();
	}

}

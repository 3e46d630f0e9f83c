package cn.yigongti.org.region;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import cn.yigongti.org.code.DivisionCode;
import cn.yigongti.org.code.DivisionLevel;
import cn.yigongti.platform.paging.KeysetQuery;
import cn.yigongti.platform.paging.Page;
import cn.yigongti.platform.paging.Paging;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The divisions we know. They are public facts, the same for every caller. */
@Component
public class Regions {

	private static final String COLUMNS = "code, name, level, parent_code, version";

	private final JdbcClient jdbc;

	Regions(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	public Optional<Region> find(String code) {
		return this.jdbc.sql("select " + COLUMNS + " from region where code = :code")
			.param("code", code)
			.query(Regions::region)
			.optional();
	}

	public Page<Region> childrenOf(String code, Paging paging) {
		return KeysetQuery.select(COLUMNS, "region")
			.where("parent_code = :parent", "parent", code)
			.sortedBy("name", "name", "text")
			.sortedBy("code", "code", "text")
			.identifiedBy("code", "text")
			.page(this.jdbc, paging, Regions::region);
	}

	/**
	 * Those of these codes that are none of the divisions of their county, although we
	 * have those. The platform serves counties whose divisions nobody has loaded; there
	 * the format of a code is all that can be checked, and every sound code is accepted.
	 */
	public Set<DivisionCode> unknownAmong(Set<DivisionCode> codes) {
		Set<String> asked = codes.stream()
			.flatMap((code) -> Stream.of(code.value(), code.county().value()))
			.collect(Collectors.toSet());
		Set<String> known = asked.isEmpty() ? Set.of()
				: this.jdbc.sql("select code from region where code in (:codes)")
					.param("codes", asked)
					.query(String.class)
					.set();
		return codes.stream()
			.filter((code) -> known.contains(code.county().value()) && !known.contains(code.value()))
			.collect(Collectors.toSet());
	}

	private static Region region(ResultSet row, int number) throws SQLException {
		return new Region(row.getString("code"), row.getString("name"), DivisionLevel.valueOf(row.getString("level")),
				row.getString("parent_code"), row.getLong("version"));
	}

}

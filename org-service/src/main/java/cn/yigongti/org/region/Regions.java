package cn.yigongti.org.region;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import cn.yigongti.org.calendar.Today;
import cn.yigongti.org.code.DivisionCode;
import cn.yigongti.org.code.DivisionLevel;
import cn.yigongti.platform.paging.Condition;
import cn.yigongti.platform.paging.KeysetQuery;
import cn.yigongti.platform.paging.Page;
import cn.yigongti.platform.paging.Paging;
import cn.yigongti.platform.problem.NotFound;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The divisions we know. They are public facts, the same for every caller. */
@Component
public class Regions {

	static final String COLUMNS = "code, name, level, parent_code, established_on, abolished_on, version";

	private final JdbcClient jdbc;

	private final Today today;

	Regions(JdbcClient jdbc, Today today) {
		this.jdbc = jdbc;
		this.today = today;
	}

	/** A division that existed on a date, today unless one is given. */
	public Optional<Region> find(String code, @Nullable LocalDate asOf) {
		return this.jdbc
			.sql("select " + COLUMNS + " from region where code = :code and existence @> cast(:date as date)")
			.param("code", code)
			.param("date", this.today.or(asOf))
			.query(Regions::region)
			.optional();
	}

	public Page<Region> list(RegionFilter filter, Paging paging) {
		return query(filter).page(this.jdbc, paging, Regions::region);
	}

	/**
	 * The divisions directly below one.
	 * @throws NotFound when that one did not exist on the date
	 */
	public Page<Region> childrenOf(String code, @Nullable LocalDate asOf, Paging paging) {
		Page<Region> children = query(new RegionFilter(null, null, code, asOf))
			.where(new Condition(
					"exists (select from region p where p.code = :parent and p.existence @> cast(:date as date))"))
			.page(this.jdbc, paging, Regions::region);
		if (children.items().isEmpty() && find(code, asOf).isEmpty()) {
			throw new NotFound("region", code);
		}
		return children;
	}

	private KeysetQuery query(RegionFilter filter) {
		KeysetQuery query = KeysetQuery.select(COLUMNS, "region")
			.where("existence @> cast(:date as date)", "date", this.today.or(filter.asOf()))
			.whereIfPresent("level = :level", "level", filter.level())
			.whereIfPresent("parent_code = :parent", "parent", filter.parentCode())
			.sortedBy("name", "name", "text")
			.sortedBy("code", "code", "text")
			.identifiedBy("code", "text");
		Optional.ofNullable(filter.query()).map(Regions::named).ifPresent(query::where);
		return query;
	}

	/**
	 * From when on these divisions are no more: those that have been or will be
	 * abolished, and, since ever, those that are none although we have the divisions
	 * around them. The platform serves counties whose divisions nobody has loaded; there
	 * the format of a code is all that can be checked, and every sound code is accepted.
	 * The day a division was established is not asked about: hospitals are often older.
	 * <p>
	 * Within a transaction the divisions stay as they are until that ends.
	 */
	public Map<DivisionCode, LocalDate> endsOf(Set<DivisionCode> codes) {
		if (codes.isEmpty()) {
			return Map.of();
		}
		this.jdbc.sql("select code from region where code in (:codes) order by code for key share")
			.param("codes", codes.stream().map(DivisionCode::value).toList())
			.query(String.class)
			.list();
		Map<String, LocalDate> ends = new HashMap<>();
		this.jdbc.sql("""
				select line.code, coalesce(region.abolished_on, date '-infinity') as end
				from unnest(array[:lines]) as line (code) left join region on region.code = line.code
				where region.abolished_on is not null or (region.code is null
					and exists (select from region where parent_code = left(line.code, length(line.code) - 3)))""")
			.param("lines", codes.stream().flatMap((code) -> lineOf(code).stream()).collect(Collectors.toSet()))
			.query((row) -> {
				ends.put(row.getString("code"), row.getObject("end", LocalDate.class));
			});
		Map<DivisionCode, LocalDate> ofCodes = new HashMap<>();
		codes.forEach((code) -> lineOf(code).stream()
			.map(ends::get)
			.filter(Objects::nonNull)
			.min(Comparator.naturalOrder())
			.ifPresent((end) -> ofCodes.put(code, end)));
		return ofCodes;
	}

	/** From the county down to the division itself. */
	private static List<String> lineOf(DivisionCode code) {
		return Arrays.stream(DivisionLevel.values())
			.filter((level) -> level.digits() <= code.value().length())
			.map((level) -> code.value().substring(0, level.digits()))
			.toList();
	}

	/**
	 * The index over pairs of characters finds the candidates, the comparison keeps those
	 * that hold the whole text.
	 */
	private static Condition named(String query) {
		String text = query.strip().toLowerCase(Locale.ROOT);
		String escaped = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
		return new Condition("grams(lower(name)) @> grams(:text) and lower(name) like :like",
				Map.of("text", text, "like", "%" + escaped + "%"));
	}

	static Region region(ResultSet row, int number) throws SQLException {
		return new Region(row.getString("code"),
				new RegionFacts(row.getString("name"), row.getObject("established_on", LocalDate.class),
						row.getObject("abolished_on", LocalDate.class)),
				DivisionLevel.valueOf(row.getString("level")), row.getString("parent_code"), row.getLong("version"));
	}

}

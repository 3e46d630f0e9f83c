package cn.yigongti.org.region.boundary;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;

import cn.yigongti.org.calendar.Today;
import cn.yigongti.org.code.DivisionLevel;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The boundaries that are known. Like the divisions themselves they are the same for
 * every caller; those of divisions that are no more are not shown.
 */
@Component
public class Boundaries {

	/** Geometries can be long, and a few at a time are enough to keep everybody busy. */
	private static final int ROWS_AT_ONCE = 4;

	/** Of all boundaries from the division down, with what else is shown of them. */
	static final String TAG = """
			coalesce(hashtextextended(string_agg(s.code || ' ' || s.version || ' ' || t.version, ',' order by s.code), 0),
			0)""";

	static final String BELOW = """
			region s join region_boundary t on t.code = s.code
			where s.code >= :code and s.code < :code || ':' and s.existence @> cast(:today as date)""";

	private static final String SHOWN = "((r.code = :code and :self) or (r.parent_code = :code and :children))";

	private static final String DRAW = """
			select whole.*, r.code, r.name, r.level, b.geometry, b.west, b.south, b.east, b.north, b.schematic,
				b.source, b.updated_at
			from region here
			cross join lateral (select %s as tag, min(t.west) filter (where %s) as all_west,
				min(t.south) filter (where %2$s) as all_south, max(t.east) filter (where %2$s) as all_east,
				max(t.north) filter (where %2$s) as all_north from %s) whole
			left join (region r join region_boundary b on b.code = r.code)
				on %s and r.existence @> cast(:today as date)
			where here.code = :code and here.existence @> cast(:today as date)
			order by r.code""".formatted(TAG, SHOWN.replace("r.", "s."), BELOW, SHOWN);

	private final JdbcClient jdbc;

	private final Today today;

	Boundaries(JdbcClient jdbc, Today today) {
		this.jdbc = jdbc;
		this.today = today;
	}

	/**
	 * Shows boundaries as they are read, with one statement for all.
	 * @return whether the division exists today
	 */
	@Transactional
	public boolean draw(String code, Included included, Drawing drawing) {
		ResultSetExtractor<Boolean> show = (rows) -> show(rows, drawing);
		return Boolean.TRUE.equals(this.jdbc.sql(DRAW)
			.param("code", code)
			.param("self", included.self())
			.param("children", included.children())
			.param("today", this.today.date())
			.withFetchSize(ROWS_AT_ONCE)
			.query(show));
	}

	private static boolean show(ResultSet rows, Drawing drawing) throws SQLException {
		if (!rows.next()) {
			return false;
		}
		if (drawing.begin(rows.getLong("tag"), boxOf(rows, "all_"))) {
			do {
				if (rows.getString("geometry") != null) {
					drawing.add(boundary(rows));
				}
			}
			while (rows.next());
		}
		return true;
	}

	private static @Nullable BoundingBox boxOf(ResultSet row, String prefix) throws SQLException {
		double west = row.getDouble(prefix + "west");
		return row.wasNull() ? null : new BoundingBox(west, row.getDouble(prefix + "south"),
				row.getDouble(prefix + "east"), row.getDouble(prefix + "north"));
	}

	private static StoredBoundary boundary(ResultSet row) throws SQLException {
		return new StoredBoundary(row.getString("code"), row.getString("name"),
				DivisionLevel.valueOf(row.getString("level")),
				new BoundingBox(row.getDouble("west"), row.getDouble("south"), row.getDouble("east"),
						row.getDouble("north")),
				row.getString("geometry"), row.getBoolean("schematic"), row.getString("source"),
				row.getObject("updated_at", OffsetDateTime.class).toInstant());
	}

}

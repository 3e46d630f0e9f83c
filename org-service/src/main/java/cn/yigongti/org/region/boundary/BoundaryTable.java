package cn.yigongti.org.region.boundary;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

import cn.yigongti.org.calendar.Today;
import cn.yigongti.platform.caller.Caller;
import org.locationtech.jts.geom.Envelope;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Boundaries as they are changed: those of a county by one transaction at a time. */
@Component
class BoundaryTable {

	private final JdbcClient jdbc;

	private final Today today;

	private final Clock clock;

	BoundaryTable(JdbcClient jdbc, Today today, Clock clock) {
		this.jdbc = jdbc;
		this.today = today;
		this.clock = clock;
	}

	/**
	 * The tag of a division's boundaries, which nobody changes until the transaction
	 * ends.
	 */
	long tagToChange(String code) {
		this.jdbc.sql("select code from region where code = left(:code, 6) for no key update")
			.param("code", code)
			.query(String.class)
			.single();
		return this.jdbc.sql("select " + Boundaries.TAG + " from " + Boundaries.BELOW)
			.param("code", code)
			.param("today", this.today.date())
			.query(Long.class)
			.single();
	}

	/** Those of these divisions that exist today. */
	Set<String> existing(Collection<String> codes) {
		return this.jdbc.sql("select code from region where code in (:codes) and existence @> cast(:today as date)")
			.param("codes", orNone(codes))
			.param("today", this.today.date())
			.query(String.class)
			.set();
	}

	/** Hands over the geometries of these divisions, of which it holds one at a time. */
	void forEach(Collection<String> codes, BiConsumer<String, String> visitor) {
		this.jdbc.sql("select code, geometry from region_boundary where code in (:codes)")
			.param("codes", orNone(codes))
			.withFetchSize(1)
			.query((row) -> {
				visitor.accept(row.getString("code"), row.getString("geometry"));
			});
	}

	/**
	 * The same for divisions directly below these, other than these, as they are today.
	 */
	void forEachChild(Collection<String> codes, BiConsumer<String, String> visitor) {
		this.jdbc.sql("""
				select r.code, b.geometry from region_boundary b join region r on r.code = b.code
				where r.parent_code in (:codes) and r.code not in (:codes) and r.existence @> cast(:today as date)
				order by r.code""")
			.param("codes", orNone(codes))
			.param("today", this.today.date())
			.withFetchSize(1)
			.query((row) -> {
				visitor.accept(row.getString("code"), row.getString("geometry"));
			});
	}

	/** Whether that changed anything. */
	boolean write(Caller caller, Boundary boundary) {
		Envelope box = boundary.geometry().getEnvelopeInternal();
		return this.jdbc.sql("""
				insert into region_boundary as known (code, geometry, west, south, east, north, schematic, source,
				version, updated_at, updated_by) values (:code, :geometry, :west, :south, :east, :north, :schematic,
				:source, nextval('region_boundary_version'), :now, :caller)
				on conflict (code) do update set geometry = excluded.geometry, west = excluded.west,
				south = excluded.south, east = excluded.east, north = excluded.north, schematic = excluded.schematic,
				source = excluded.source, version = excluded.version, updated_at = excluded.updated_at,
				updated_by = excluded.updated_by
				where (known.geometry, known.schematic, known.source)
				is distinct from (excluded.geometry, excluded.schematic, excluded.source)""")
			.param("code", boundary.code())
			.param("geometry", GeoJsonText.of(boundary.geometry()))
			.param("west", box.getMinX())
			.param("south", box.getMinY())
			.param("east", box.getMaxX())
			.param("north", box.getMaxY())
			.param("schematic", boundary.schematic())
			.param("source", boundary.source())
			.param("now", OffsetDateTime.ofInstant(this.clock.instant().truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC))
			.param("caller", caller.subject())
			.update() > 0;
	}

	boolean remove(String code) {
		return this.jdbc.sql("delete from region_boundary where code = :code").param("code", code).update() > 0;
	}

	/** Removes those below a division, but for these. */
	List<String> removeBelow(String code, Collection<String> others) {
		return this.jdbc.sql("""
				delete from region_boundary where code > :code and code < :code || ':' and code not in (:others)
				returning code""").param("code", code).param("others", orNone(others)).query(String.class).list();
	}

	/** SQL has no empty list. */
	private static Collection<String> orNone(Collection<String> codes) {
		return codes.isEmpty() ? List.of("") : codes;
	}

}

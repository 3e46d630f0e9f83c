package cn.yigongti.org.region.boundary;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Makes geometries of {@link Coordinates}, rounded to seven decimals, which is about a
 * centimetre.
 */
class Polygons {

	static final double DECIMALS = 1e7;

	private static final GeometryFactory GEOMETRIES = new GeometryFactory();

	/** More would take a quadratic time to check. */
	private static final int MOST_RINGS = 2000;

	private static final int SHORTEST_RING = 4;

	private final Flaws flaws;

	private int rings;

	Polygons(Flaws flaws) {
		this.flaws = flaws;
	}

	/**
	 * A geometry of its coordinates; {@code null} with flaws noted when they make none.
	 */
	@Nullable Geometry geometry(String type, @Nullable Object coordinates, String pointer) {
		this.rings = 0;
		int before = this.flaws.count();
		Geometry geometry = switch (type) {
			case "Polygon" -> polygon(coordinates, pointer + "/coordinates");
			case "MultiPolygon" -> multiPolygon(coordinates, pointer + "/coordinates");
			default -> {
				this.flaws.add(pointer + "/type", "geometry-type");
				yield null;
			}
		};
		return (this.flaws.count() == before && !this.flaws.isFull()) ? geometry : null;
	}

	private @Nullable Geometry multiPolygon(@Nullable Object coordinates, String pointer) {
		List<Polygon> polygons = new ArrayList<>();
		List<?> nested = filled(coordinates, pointer);
		for (int i = 0; i < nested.size(); i++) {
			Polygon polygon = polygon(nested.get(i), pointer + "/" + i);
			if (polygon != null) {
				polygons.add(polygon);
			}
		}
		return GEOMETRIES.createMultiPolygon(polygons.toArray(Polygon[]::new));
	}

	private @Nullable Polygon polygon(@Nullable Object coordinates, String pointer) {
		List<LinearRing> sound = new ArrayList<>();
		List<?> nested = filled(coordinates, pointer);
		for (int i = 0; i < nested.size(); i++) {
			if (++this.rings > MOST_RINGS) {
				this.flaws.add(pointer + "/" + i, "too-many-rings", MOST_RINGS);
				return null;
			}
			LinearRing ring = ring(nested.get(i), pointer + "/" + i);
			if (ring != null) {
				sound.add(ring);
			}
		}
		return sound.isEmpty() ? null
				: GEOMETRIES.createPolygon(sound.getFirst(), sound.subList(1, sound.size()).toArray(LinearRing[]::new));
	}

	private @Nullable LinearRing ring(@Nullable Object coordinates, String pointer) {
		List<?> nested = filled(coordinates, pointer);
		List<Coordinate> positions = new ArrayList<>(nested.size());
		for (int i = 0; i < nested.size(); i++) {
			Coordinate position = position(nested.get(i), pointer + "/" + i);
			if (position != null) {
				positions.add(position);
			}
		}
		if (nested.isEmpty() || positions.size() < nested.size()) {
			return null;
		}
		if (positions.size() < SHORTEST_RING) {
			this.flaws.add(pointer, "ring-too-short", SHORTEST_RING);
			return null;
		}
		if (!positions.getFirst().equals2D(positions.getLast())) {
			this.flaws.add(pointer + "/" + (positions.size() - 1), "ring-not-closed");
			return null;
		}
		return GEOMETRIES.createLinearRing(positions.toArray(Coordinate[]::new));
	}

	private @Nullable Coordinate position(@Nullable Object coordinates, String pointer) {
		if (!(coordinates instanceof CoordinateXY position)) {
			this.flaws.add(pointer, "position");
			return null;
		}
		if (!(Math.abs(position.x) <= 180)) {
			this.flaws.add(pointer + "/0", "longitude");
			return null;
		}
		if (!(Math.abs(position.y) <= 90)) {
			this.flaws.add(pointer + "/1", "latitude");
			return null;
		}
		return new CoordinateXY(rounded(position.x), rounded(position.y));
	}

	private List<?> filled(@Nullable Object coordinates, String pointer) {
		if (coordinates instanceof List<?> nested && !nested.isEmpty()) {
			return nested;
		}
		this.flaws.add(pointer, "coordinates");
		return List.of();
	}

	private static double rounded(double degrees) {
		return Math.round(degrees * DECIMALS) / DECIMALS;
	}

}

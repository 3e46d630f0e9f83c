package cn.yigongti.org.region.boundary;

import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/**
 * Whether rings cross or lie where they can't (OGC Simple Features), and at which of the
 * positions that were handed in.
 */
final class Validity {

	private Validity() {
	}

	static boolean check(Geometry geometry, String pointer, Flaws flaws) {
		TopologyValidationError error = new IsValidOp(geometry).getValidationError();
		if (error != null) {
			Coordinate place = error.getCoordinate();
			flaws.add(pointer + "/coordinates" + new Search(place).in(geometry), codeOf(error),
					GeoJsonText.number(place.x), GeoJsonText.number(place.y));
		}
		return error == null;
	}

	private static String codeOf(TopologyValidationError error) {
		return switch (error.getErrorType()) {
			case TopologyValidationError.HOLE_OUTSIDE_SHELL -> "hole-outside";
			case TopologyValidationError.NESTED_HOLES, TopologyValidationError.NESTED_SHELLS,
					TopologyValidationError.DUPLICATE_RINGS ->
				"ring-within-ring";
			case TopologyValidationError.DISCONNECTED_INTERIOR -> "interior-cut";
			case TopologyValidationError.TOO_FEW_POINTS -> "ring-collapsed";
			default -> "self-intersection";
		};
	}

	/** Finds the segment that passes nearest to a place. */
	private static final class Search {

		private final Coordinate place;

		private double nearest = Double.POSITIVE_INFINITY;

		private String pointer = "";

		Search(Coordinate place) {
			this.place = place;
		}

		String in(Geometry geometry) {
			for (int i = 0; i < geometry.getNumGeometries(); i++) {
				Polygon polygon = (Polygon) geometry.getGeometryN(i);
				String prefix = (geometry instanceof MultiPolygon) ? "/" + i : "";
				visit(polygon.getExteriorRing(), prefix + "/0");
				for (int j = 0; j < polygon.getNumInteriorRing(); j++) {
					visit(polygon.getInteriorRingN(j), prefix + "/" + (j + 1));
				}
			}
			return this.pointer;
		}

		private void visit(LinearRing ring, String prefix) {
			Coordinate[] positions = ring.getCoordinates();
			for (int i = 0; i + 1 < positions.length; i++) {
				double distance = Distance.pointToSegment(this.place, positions[i], positions[i + 1]);
				if (distance < this.nearest) {
					this.nearest = distance;
					this.pointer = prefix + "/" + i;
				}
			}
		}

	}

}

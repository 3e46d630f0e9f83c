package cn.yigongti.org.region.boundary;

import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/**
 * Writes geometries compactly, the area to the left of its outer rings and to the right
 * of its holes (RFC 7946, 3.1.6).
 */
final class GeoJsonText {

	private static final int DIGITS = 7;

	private final StringBuilder text = new StringBuilder();

	private GeoJsonText() {
	}

	static String of(Geometry geometry) {
		GeoJsonText writer = new GeoJsonText();
		writer.text.append("{\"type\":\"").append(geometry.getGeometryType()).append("\",\"coordinates\":");
		if (geometry instanceof MultiPolygon) {
			writer.text.append('[');
			for (int i = 0; i < geometry.getNumGeometries(); i++) {
				writer.separate(i);
				writer.write((Polygon) geometry.getGeometryN(i));
			}
			writer.text.append(']');
		}
		else {
			writer.write((Polygon) geometry);
		}
		return writer.text.append('}').toString();
	}

	/** In degrees, without an exponent and without zeros at the end. */
	static String number(double degrees) {
		GeoJsonText writer = new GeoJsonText();
		writer.write(degrees);
		return writer.text.toString();
	}

	private void write(Polygon polygon) {
		this.text.append('[');
		write(polygon.getExteriorRing(), true);
		for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
			this.text.append(',');
			write(polygon.getInteriorRingN(i), false);
		}
		this.text.append(']');
	}

	private void write(LinearRing ring, boolean counterclockwise) {
		CoordinateSequence positions = ring.getCoordinateSequence();
		boolean turned = Orientation.isCCW(positions) != counterclockwise;
		this.text.append('[');
		for (int i = 0; i < positions.size(); i++) {
			int from = turned ? positions.size() - 1 - i : i;
			separate(i);
			this.text.append('[');
			write(positions.getX(from));
			this.text.append(',');
			write(positions.getY(from));
			this.text.append(']');
		}
		this.text.append(']');
	}

	private void write(double degrees) {
		long scaled = Math.round(degrees * Polygons.DECIMALS);
		long unit = Math.round(Polygons.DECIMALS);
		if (scaled < 0) {
			this.text.append('-');
		}
		this.text.append(Math.abs(scaled) / unit);
		long fraction = Math.abs(scaled) % unit;
		if (fraction == 0) {
			return;
		}
		this.text.append('.');
		for (int digits = DIGITS; digits > 0 && fraction > 0; digits--) {
			unit /= 10;
			this.text.append((char) ('0' + fraction / unit));
			fraction %= unit;
		}
	}

	private void separate(int index) {
		if (index > 0) {
			this.text.append(',');
		}
	}

}

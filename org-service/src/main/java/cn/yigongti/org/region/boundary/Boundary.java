package cn.yigongti.org.region.boundary;

import org.locationtech.jts.geom.Geometry;

/**
 * The boundary of a division, as somebody hands it in.
 *
 * @param pointer where its code stands in what was handed in
 * @param feature where the whole of it does
 * @param geometry a valid polygon, or several
 * @param schematic drawn up to be looked at; never to pass for a survey
 * @param source where it comes from
 */
public record Boundary(String code, String pointer, String feature, Geometry geometry, boolean schematic,
		String source) {

	/** The code of the division above; of a county, one that is none. */
	String parentCode() {
		return this.code.substring(0, this.code.length() - 3);
	}

}

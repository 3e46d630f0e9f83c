package cn.yigongti.org.region.boundary;

import java.time.Instant;

import cn.yigongti.org.code.DivisionLevel;

/**
 * The boundary of a division as it is kept.
 *
 * @param geometry GeoJSON
 */
public record StoredBoundary(String code, String name, DivisionLevel level, BoundingBox box, String geometry,
		boolean schematic, String source, Instant updatedAt) {

}

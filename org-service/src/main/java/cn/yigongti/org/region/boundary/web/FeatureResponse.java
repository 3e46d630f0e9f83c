package cn.yigongti.org.region.boundary.web;

import java.time.Instant;
import java.util.List;

import cn.yigongti.org.code.DivisionLevel;
import cn.yigongti.org.region.boundary.StoredBoundary;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A boundary as a Feature of GeoJSON.
 *
 * @param id the division's code
 * @param bbox west, south, east, north
 */
@Schema(name = "BoundaryFeature")
record FeatureResponse(@Schema(allowableValues = "Feature") String type, String id, List<Double> bbox,
		Properties properties,
		@JsonRawValue @Schema(implementation = FeatureCollectionRequest.Geometry.class) String geometry) {

	/**
	 * What is known of it.
	 *
	 * @param schematic drawn up to be looked at; never to pass for a survey
	 */
	@Schema(name = "BoundaryProperties")
	record Properties(String code, String name, DivisionLevel level, boolean schematic, String source,
			Instant updatedAt) {

	}

	static FeatureResponse of(StoredBoundary boundary) {
		return new FeatureResponse(
				"Feature", boundary.code(), boundary.box().corners(), new Properties(boundary.code(), boundary.name(),
						boundary.level(), boundary.schematic(), boundary.source(), boundary.updatedAt()),
				boundary.geometry());
	}

}

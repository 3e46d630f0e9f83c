package cn.yigongti.org.region.boundary.web;

import java.util.List;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** The shape of what is read feature by feature. */
@Schema(name = "BoundaryCollectionToDraw")
record FeatureCollectionRequest(@Schema(allowableValues = "FeatureCollection") @NotNull String type,
		@ArraySchema(maxItems = 1000) @NotNull List<Feature> features) {

	/**
	 * One boundary.
	 *
	 * @param id the division's code, unless the properties have it
	 */
	@Schema(name = "BoundaryFeatureToDraw")
	record Feature(@Schema(allowableValues = "Feature") @NotNull String type, @Nullable String id,
			@NotNull Properties properties, @NotNull Geometry geometry) {

	}

	/**
	 * What is kept of it; other properties are passed over.
	 *
	 * @param schematic drawn up to be looked at; never to pass for a survey
	 * @param source where it comes from
	 */
	@Schema(name = "BoundaryPropertiesToDraw")
	record Properties(@Nullable String code, @Schema(defaultValue = "false") @Nullable Boolean schematic,
			@Schema(maxLength = 200) @NotNull String source) {

	}

	/**
	 * Where it lies.
	 *
	 * @param coordinates rings, or polygons of rings, of positions
	 */
	@Schema(name = "BoundaryGeometry", description = "RFC 7946: degrees of WGS 84, longitude first")
	record Geometry(@Schema(allowableValues = {
			"Polygon", "MultiPolygon" }) @NotNull String type, @NotNull List<Object> coordinates){

	}

}

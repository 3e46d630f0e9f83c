package cn.yigongti.org.region.boundary.web;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The shape of what {@link FeatureCollectionWriter} writes feature by feature.
 *
 * @param bbox west, south, east, north; left out when there are no features
 */
@Schema(name = "BoundaryCollection")
record FeatureCollectionResponse(@Schema(allowableValues = "FeatureCollection") String type,
		@Nullable List<Double> bbox, List<FeatureResponse> features) {

}

package cn.yigongti.endtoend;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The county's map with its townships. */
class MapTests {

	private final County county = County.running();

	@Test
	void showsTheCountyAndItsTownshipsAndSaysThatItIsSchematic() {
		Answer map = this.county.as("townshipDoctor").get("/api/v1/regions/500229/boundaries").is(200);
		assertThat(map.header("Content-Type")).startsWith("application/geo+json");
		JsonNode features = map.body().path("features");
		assertThat(features).hasSize(26).allSatisfy((feature) -> {
			assertThat(feature.at("/properties/schematic").asBoolean()).isTrue();
			assertThat(feature.at("/properties/name").asString()).isNotBlank();
			assertThat(feature.at("/geometry/type").asString()).isEqualTo("Polygon");
		});
		this.county.as("townshipDoctor")
			.with("If-None-Match", map.header("ETag"))
			.get("/api/v1/regions/500229/boundaries")
			.is(304);
	}

	@Test
	void isNotDrawnByDoctors() {
		this.county.as("countyDoctor")
			.with("If-Match", "*")
			.put("/api/v1/regions/500229/boundaries", "{\"type\":\"FeatureCollection\",\"features\":[]}")
			.isProblem(403, "permission-missing");
	}

}

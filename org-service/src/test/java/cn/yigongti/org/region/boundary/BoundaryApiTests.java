package cn.yigongti.org.region.boundary;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import cn.yigongti.org.Api;
import cn.yigongti.org.Api.Answer;
import cn.yigongti.platform.test.ServiceTest;
import cn.yigongti.platform.test.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** A county with two townships, of which the first has a village. */
@ServiceTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class BoundaryApiTests {

	private static final String WHOLE = "[[100,30],[101,30],[101,31],[100,31],[100,30]]";

	private static final String WEST = "[[100,30],[100.5,30],[100.5,31],[100,31],[100,30]]";

	private static final String EAST = "[[100.5,30],[101,30],[101,31],[100.5,31],[100.5,30]]";

	private static final String ELSEWHERE = "[[110,30],[111,30],[111,31],[110,31],[110,30]]";

	private static final String BESIDE = "[[101,30],[102,30],[102,31],[101,31],[101,30]]";

	private final RestTestClient http;

	private final JdbcClient jdbc;

	private final Api api;

	private final String county = Api.newCounty();

	private final String west = this.county + "101";

	private final String east = this.county + "102";

	private final String village = this.county + "101201";

	private final String path = "/regions/" + this.county + "/boundaries";

	BoundaryApiTests(RestTestClient http, JdbcClient jdbc) {
		this.http = http;
		this.jdbc = jdbc;
		this.api = Api.administrator(http);
	}

	@BeforeEach
	void divide() {
		List<Map<String, String>> divisions = List.of(Map.of("code", this.county, "name", "某县"),
				Map.of("code", this.west, "name", "城西镇"), Map.of("code", this.east, "name", "城东乡"),
				Map.of("code", this.village, "name", "向阳村"));
		this.api.put("/regions", null, divisions).expect(200);
	}

	@Test
	void showsACountyWithItsTownships() {
		JsonNode nothing = this.api.get(this.path).expect(200);
		assertThat(nothing.path("features").size()).isZero();
		assertThat(nothing.has("bbox")).isFalse();
		draw(feature(this.county, WHOLE), feature(this.west, WEST, true), feature(this.village, WEST)).expect(200);
		Answer answer = this.api.get(this.path);
		assertThat(answer.headers().getFirst("Content-Type")).isEqualTo("application/geo+json");
		JsonNode collection = answer.expect(200);
		assertThat(collection.path("type").asString()).isEqualTo("FeatureCollection");
		assertThat(collection.path("bbox").toString()).isEqualTo("[100.0,30.0,101.0,31.0]");
		assertThat(codes(collection)).containsExactly(this.county, this.west);
		JsonNode township = collection.path("features").get(1);
		assertThat(township.path("type").asString()).isEqualTo("Feature");
		assertThat(township.path("bbox").toString()).isEqualTo("[100.0,30.0,100.5,31.0]");
		assertThat(township.path("geometry").toString())
			.isEqualTo("{\"type\":\"Polygon\",\"coordinates\":[" + WEST + "]}");
		JsonNode properties = township.path("properties");
		assertThat(properties.path("code").asString()).isEqualTo(this.west);
		assertThat(properties.path("name").asString()).isEqualTo("城西镇");
		assertThat(properties.path("level").asString()).isEqualTo("TOWNSHIP");
		assertThat(properties.path("schematic").asBoolean()).isTrue();
		assertThat(properties.path("source").asString()).isEqualTo("县民政局");
		assertThat(properties.path("updatedAt").asString()).endsWith("Z");
	}

	@ParameterizedTest
	@CsvSource({ "SELF, 6", "CHILDREN, 9", "ALL, 6 9" })
	void includesWhatIsAskedFor(String include, String lengths) {
		draw(feature(this.county, WHOLE), feature(this.west, WEST), feature(this.village, WEST)).expect(200);
		JsonNode collection = this.api.get(this.path + "?include=" + include).expect(200);
		assertThat(String.join(" ", codes(collection).stream().map((code) -> "" + code.length()).toList()))
			.isEqualTo(lengths);
		this.api.get(this.path + "?include=ALL_OF_IT").expect(400, "invalid-parameter");
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/json", "application/geo+json", "*/*" })
	void isGeoJsonToWhoeverTakesJson(String accept) {
		assertThat(get("Accept", accept).headers().getFirst("Content-Type")).isEqualTo("application/geo+json");
	}

	@Test
	void isNothingButGeoJson() {
		get("Accept", "text/html").expect(406, "not-acceptable");
		Answer typed = this.api.put(this.path, "*", "application/geo+json", collection(feature(this.county, WHOLE)));
		assertThat(typed.status()).isEqualTo(200);
		this.api.put(this.path, "*", "text/plain", collection(feature(this.county, WHOLE)))
			.expect(415, "unsupported-media-type");
	}

	@Test
	void mayBeKeptForFiveMinutesAndIsSentAgainOnlyWhenChanged() {
		Answer first = this.api.get(this.path);
		assertThat(first.headers().getCacheControl()).isEqualTo("max-age=300, must-revalidate, private");
		Answer same = get("If-None-Match", first.etag());
		assertThat(same.status()).isEqualTo(304);
		assertThat(same.headers().getCacheControl()).isEqualTo("max-age=300, must-revalidate, private");
		assertThat(same.etag()).isEqualTo(first.etag());
		Answer drawn = draw(feature(this.village, WEST));
		assertThat(drawn.etag()).isNotEqualTo(first.etag());
		assertThat(get("If-None-Match", first.etag()).status()).isEqualTo(200);
		this.api.put("/regions/" + this.village, "*", Map.of("name", "新名")).expect(200);
		assertThat(get("If-None-Match", drawn.etag()).status()).isEqualTo(200);
	}

	@Test
	void isDrawnOnlyOnTheVersionThatWasRead() {
		String body = collection(feature(this.county, WHOLE));
		String etag = this.api.get(this.path).etag();
		this.api.put(this.path, null, body).expect(428, "version-required");
		Answer drawn = this.api.put(this.path, etag, body);
		assertThat(drawn.expect(200)).isEqualTo(this.api.get(this.path).json());
		assertThat(drawn.etag()).isEqualTo(this.api.get(this.path).etag());
		this.api.put(this.path, etag, body).expect(412, "stale-version");
		assertThat(this.api.put(this.path, drawn.etag(), body).etag()).isEqualTo(drawn.etag());
		this.api.delete(this.path);
		String empty = this.api.get(this.path).etag();
		assertThat(this.api.put(this.path, empty, body).etag()).isNotEqualTo(drawn.etag());
	}

	@Test
	void isDrawnByOneOfManyWhoHaveReadTheSameVersion() throws Exception {
		String etag = this.api.get(this.path).etag();
		List<Callable<Integer>> callers = Stream.of(WEST, EAST, WEST, EAST)
			.<Callable<Integer>>map(
					(ring) -> () -> this.api.put(this.path, etag, collection(feature(this.west, ring))).status())
			.toList();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			assertThat(threads.invokeAll(callers).stream().map(Future::resultNow)).containsExactlyInAnyOrder(200, 412,
					412, 412);
		}
	}

	@Test
	void takesBackWhatItHasShown() {
		draw(feature(this.county, WHOLE), feature(this.west, WEST, true)).expect(200);
		Answer shown = this.api.get(this.path);
		Answer drawn = this.api.put(this.path, shown.etag(), shown.json().toString());
		assertThat(drawn.expect(200)).isEqualTo(shown.json());
		assertThat(drawn.etag()).isEqualTo(shown.etag());
	}

	@Test
	void turnsRingsAndRoundsPositions() {
		String clockwise = "[[100.00000004,30.00000006,812.5],[100,31],[101,31],[101.0,30],[100.00000004,30.00000006,812.5]]";
		String counterclockwise = "[[100.2,30.2],[100.4,30.2],[100.4,30.4],[100.2,30.2]]";
		draw(feature(this.county, clockwise + "," + counterclockwise)).expect(200);
		assertThat(
				this.api.get(this.path).json().path("features").get(0).path("geometry").path("coordinates").toString())
			.isEqualTo("[[[100,30.0000001],[101,30],[101,31],[100,31],[100,30.0000001]],"
					+ "[[100.2,30.2],[100.4,30.4],[100.4,30.2],[100.2,30.2]]]");
	}

	@Test
	void leavesWhatIsNotNamedUnlessItIsToBeReplaced() {
		draw(feature(this.county, WHOLE), feature(this.west, WEST), feature(this.east, EAST),
				feature(this.village, WEST))
			.expect(200);
		draw(feature(this.west, WHOLE)).expect(200);
		assertThat(drawn()).containsExactly(this.county, this.west, this.village, this.east);
		this.api.put(this.path + "?replace=true", "*", collection(feature(this.east, EAST))).expect(200);
		assertThat(drawn()).containsExactly(this.county, this.east);
		assertThat(audited("region-boundary:remove")).containsExactlyInAnyOrder(this.west, this.village);
		this.api.put(this.path + "?replace=true", "*", collection()).expect(200);
		assertThat(drawn()).containsExactly(this.county);
	}

	@Test
	void takesAwayTheOneOfTheDivisionItself() {
		draw(feature(this.county, WHOLE), feature(this.west, WEST)).expect(200);
		assertThat(this.api.delete(this.path).status()).isEqualTo(204);
		assertThat(drawn()).containsExactly(this.west);
		this.api.delete(this.path).expect(404, "not-found");
		assertThat(audited("region-boundary:draw")).containsExactlyInAnyOrder(this.county, this.west);
		assertThat(audited("region-boundary:remove")).containsExactly(this.county);
	}

	@Test
	void drawsAllOrNone() {
		Answer answer = draw(feature(this.county, WHOLE),
				feature(this.west, "[[100,30],[101,31],[101,30],[100,31],[100,30]]"));
		assertThat(answer.fieldProblem()).isEqualTo("/features/1/geometry/coordinates/0/0 self-intersection");
		assertThat(answer.json().path("errors").get(0).path("detail").asString()).isEqualTo("边界在 (100.5, 30.5) 处自相交");
		assertThat(drawn()).isEmpty();
	}

	@Test
	void drawsNoDivisionButThisOneAndThoseBelowIt() {
		assertThat(draw(feature(Api.newCounty(), WHOLE)).fieldProblem()).isEqualTo("/features/0/id not-below");
		assertThat(draw(feature(this.county + "999", WHOLE)).fieldProblem())
			.isEqualTo("/features/0/id unknown-division");
		Answer above = this.api.put("/regions/" + this.west + "/boundaries", "*",
				collection(feature(this.county, WHOLE)));
		assertThat(above.fieldProblem()).isEqualTo("/features/0/id not-below");
	}

	@ParameterizedTest
	@ValueSource(strings = { ELSEWHERE, BESIDE })
	void refusesADivisionThatLiesWhollyOutsideTheOneAbove(String outside) {
		assertThat(draw(feature(this.west, outside), feature(this.county, WHOLE)).fieldProblem())
			.isEqualTo("/features/0/geometry outside-parent");
		draw(feature(this.west, outside)).expect(200);
		assertThat(draw(feature(this.county, WHOLE)).fieldProblem())
			.isEqualTo("/features/0/geometry leaves-child-outside");
		assertThat(draw(feature(this.village, WEST)).fieldProblem()).isEqualTo("/features/0/geometry outside-parent");
		this.api.put(this.path + "?replace=true", "*", collection(feature(this.county, WHOLE))).expect(200);
	}

	@Test
	void takesADivisionThatOnlyPartlyLiesInTheOneAbove() {
		String across = "[[100.9,30],[102,30],[102,31],[100.9,31],[100.9,30]]";
		draw(feature(this.county, WHOLE), feature(this.west, across)).expect(200);
		draw(feature(this.county, EAST)).expect(200);
	}

	@Test
	void leavesOutDivisionsThatAreNoMore() {
		draw(feature(this.county, WHOLE), feature(this.east, EAST)).expect(200);
		String before = this.api.get(this.path).etag();
		this.api.put("/regions/" + this.east, "*", Map.of("name", "城东乡", "abolishedOn", "2020-01-01")).expect(200);
		Answer after = this.api.get(this.path);
		assertThat(codes(after.json())).containsExactly(this.county);
		assertThat(after.etag()).isNotEqualTo(before);
		assertThat(draw(feature(this.east, EAST)).fieldProblem()).isEqualTo("/features/0/id unknown-division");
		this.api.get("/regions/" + this.east + "/boundaries").expect(404, "not-found");
		this.api.put("/regions/" + this.east + "/boundaries", "*", collection()).expect(404, "not-found");
	}

	@Test
	void isDrawnByThoseWhoseGrantCoversTheDivision() {
		String body = collection(feature(this.west, WEST));
		Api neighbour = maintainer(Api.newCounty());
		neighbour.get(this.path).expect(200);
		neighbour.put(this.path, "*", body).expect(403, "scope-exceeded");
		neighbour.delete(this.path).expect(403, "scope-exceeded");
		maintainer(this.west).put(this.path, "*", body).expect(403, "scope-exceeded");
		maintainer(this.west).put("/regions/" + this.west + "/boundaries", "*", body).expect(200);
		maintainer(this.county).put(this.path, "*", body).expect(200);
		assertThat(this.jdbc.sql("select updated_by from region_boundary where code = ?")
			.param(this.west)
			.query(String.class)
			.single()).isNotBlank();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{", "{\"type\":\"FeatureCollection\",\"features\":[]}}" })
	void refusesWhatIsNoJson(String body) {
		this.api.put(this.path, "*", body).expect(400, "malformed");
	}

	@Test
	void refusesMoreThanSixteenMegabytes() {
		String body = collection(feature(this.county, WHOLE));
		int spare = 16 * 1024 * 1024 - body.getBytes(StandardCharsets.UTF_8).length;
		this.api.put(this.path, "*", body + " ".repeat(spare)).expect(200);
		this.api.put(this.path, "*", body + " ".repeat(spare + 1)).expect(413, "too-large");
	}

	@Test
	void sendsLongOnesWhole() {
		String ring = star(60_000);
		Answer answer = draw(feature(this.county, ring));
		assertThat(answer.headers().getContentLength()).isGreaterThan(1_000_000);
		JsonNode positions = answer.expect(200).path("features").get(0).path("geometry").path("coordinates").get(0);
		assertThat(positions.size()).isEqualTo(60_001);
	}

	private Answer draw(String... features) {
		return this.api.put(this.path, "*", collection(features));
	}

	private Answer get(String header, String value) {
		return this.api.get(this.path, header, value);
	}

	private Api maintainer(String prefix) {
		return Api.of(this.http, TestTokens.user().mayInRegion(prefix, "region:read", "region:write"));
	}

	private List<String> drawn() {
		return this.jdbc.sql("select code from region_boundary where code like ? || '%' order by code")
			.param(this.county)
			.query(String.class)
			.list();
	}

	private List<String> audited(String action) {
		return this.jdbc.sql("select resource_id from audit_event where action = ? and resource_id like ? || '%'")
			.params(action, this.county)
			.query(String.class)
			.list();
	}

	private static List<String> codes(JsonNode collection) {
		return collection.path("features").valueStream().map((feature) -> feature.path("id").asString()).toList();
	}

	private static String collection(String... features) {
		return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
	}

	private static String feature(String code, String rings) {
		return feature(code, rings, false);
	}

	private static String feature(String code, String rings, boolean schematic) {
		return """
				{"type":"Feature","id":"%s","properties":{"source":"县民政局","schematic":%s},
				"geometry":{"type":"Polygon","coordinates":[%s]}}""".formatted(code, schematic, rings);
	}

	private static String star(int positions) {
		return Stream.iterate(0, (i) -> i + 1).limit(positions + 1L).map((i) -> {
			double angle = 2 * Math.PI * (i % positions) / positions;
			double radius = (i % positions % 2 == 0) ? 1 : 0.99;
			return "[%.7f,%.7f]".formatted(100 + radius * Math.cos(angle), 30 + radius * Math.sin(angle));
		}).toList().toString();
	}

}

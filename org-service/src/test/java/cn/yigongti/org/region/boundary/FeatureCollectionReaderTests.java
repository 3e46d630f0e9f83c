package cn.yigongti.org.region.boundary;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import cn.yigongti.platform.problem.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class FeatureCollectionReaderTests {

	/** Squares of degrees; the last two within the first. */
	private static final String LARGE = "[[0,0],[9,0],[9,9],[0,9],[0,0]]";

	private static final String NEXT_TO_IT = "[[10,0],[12,0],[12,2],[10,2],[10,0]]";

	private static final String HOLE = "[[1,1],[1,4],[4,4],[4,1],[1,1]]";

	private static final String OTHER_HOLE = "[[5,5],[5,7],[7,7],[7,5],[5,5]]";

	@Test
	void readsADivisionWithItsCodeAndWhereItIsFrom() {
		Boundary boundary = read(collectionOf(polygon(LARGE))).getFirst();
		assertThat(boundary.code()).isEqualTo("500229");
		assertThat(boundary.schematic()).isFalse();
		assertThat(boundary.source()).isEqualTo("县民政局勘界成果");
		assertThat(boundary.geometry().getArea()).isEqualTo(81);
	}

	@Test
	void readsMembersInAnyOrderAndPassesOverThoseItDoesNotKnow() {
		Boundary boundary = read(
				"""
						{"features":[{"geometry":{"coordinates":[%s],"bbox":[0,0,9,9],"type":"Polygon"},"properties":{"centre":[1,2],
						"source":" 示意图 ","schematic":true,"code":"500229","name":"城口县"},"id":7,"type":"Feature"}],
						"name":"x","type":"FeatureCollection"}"""
					.formatted(LARGE))
			.getFirst();
		assertThat(boundary.code()).isEqualTo("500229");
		assertThat(boundary.schematic()).isTrue();
		assertThat(boundary.source()).isEqualTo("示意图");
		assertThat(read("\uFEFF" + collection())).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"type\":\"Polygon\",\"coordinates\":[" + LARGE + "," + HOLE + "," + OTHER_HOLE + "]}",
			"{\"type\":\"MultiPolygon\",\"coordinates\":[[" + LARGE + "],[" + NEXT_TO_IT + "]]}",
			"{\"type\":\"MultiPolygon\",\"coordinates\":[[" + LARGE + "," + HOLE + "],[[[2,2],[3,2],[3,3],[2,2]]]]}",
			"{\"type\":\"Polygon\",\"coordinates\":[[[-180,-90],[180,-90],[180,90,8848.86],[-180,90],[-180,-90]]]}",
			"{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1e0,0],[1,1],[0,0.00000001]]]}" })
	void takesValidGeometries(String geometry) {
		assertThat(read(collectionOf(geometry))).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "{} | /type feature-collection, /features required",
			"{\"type\":\"Feature\",\"features\":[]} | /type feature-collection",
			"{\"type\":\"FeatureCollection\",\"features\":{}} | /features required",
			"{\"type\":\"FeatureCollection\",\"features\":[],\"features\":[]} | /features repeated",
			"{\"type\":\"FeatureCollection\",\"features\":[],\"crs\":null} | /crs crs",
			"{\"type\":\"FeatureCollection\",\"features\":[1]} | /features/0 feature",
			"{\"type\":\"FeatureCollection\",\"features\":[{}]} | /features/0/type feature, /features/0/geometry required, "
					+ "/features/0/id required, /features/0/properties/source required" })
	void namesWhatIsNoCollection(String body, String problems) {
		assertThat(problemsOf(body)).isEqualTo(problems.strip());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "\"id\":\"50022X\" | /id malformed", "\"id\":\"5002\" | /id code-length",
					"\"id\":\"990229\" | /id unknown-province", "\"id\":true | /id required", "\"id\":500229 | ",
					"\"type\":\"Point\" | /type feature", "\"crs\":{\"type\":\"name\"} | /crs crs",
					"\"properties\":null | /properties/source required",
					"\"properties\":[] | /properties type-mismatch, /properties/source required",
					"\"properties\":{\"source\":\" \"} | /properties/source not-blank",
					"\"properties\":{\"source\":7.5} | /properties/source required",
					"\"properties\":{\"source\":\"a\\u0000\"} | /properties/source control-character",
					"\"properties\":{\"source\":\"a\\ud800\"} | /properties/source control-character",
					"\"properties\":{\"source\":\"a\",\"schematic\":\"yes\"} | /properties/schematic type-mismatch",
					"\"properties\":{\"source\":\"a\",\"schematic\":null} | ",
					"\"properties\":{\"source\":\"a\",\"code\":\"500230\"} | /properties/code differs-from-id",
					"\"properties\":{\"source\":\"a\",\"code\":\"50022O\"} | /properties/code malformed, "
							+ "/properties/code differs-from-id",
					"\"geometry\":null | /geometry required", "\"geometry\":[] | /geometry type-mismatch" })
	void namesWhatAFeatureCannotBe(String member, String problems) {
		Map<String, String> members = new LinkedHashMap<>(Map.of("type", "\"Feature\"", "id", "\"500229\"",
				"properties", "{\"source\":\"a\"}", "geometry", polygon(LARGE)));
		members.put(member.substring(1, member.indexOf("\":")), member.substring(member.indexOf("\":") + 2));
		String changed = members.entrySet()
			.stream()
			.map((entry) -> "\"" + entry.getKey() + "\":" + entry.getValue())
			.collect(Collectors.joining(",", "{", "}"));
		String expected = (problems == null) ? "" : problems.strip().replaceAll("(^|, )", "$1/features/0");
		assertThat(problemsOf(collection(changed))).isEqualTo(expected);
	}

	@Test
	void takesNothingButAnObject() {
		assertThat(problemsOf("[]")).isEqualTo("feature-collection");
	}

	@Test
	void holdsSourcesToTwoHundredCharacters() {
		String fits = feature(polygon(LARGE)).replace("县民政局勘界成果", "源".repeat(200));
		assertThat(problemsOf(collection(fits))).isEmpty();
		assertThat(problemsOf(collection(fits.replace("源\"", "源源\""))))
			.isEqualTo("/features/0/properties/source too-long");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "Point | [1,2] | /type geometry-type", "null | [] | /type geometry-type",
			"GeometryCollection | [] | /type geometry-type", "LineString | [[0,0],[1,1]] | /type geometry-type",
			"Polygon | [] | /coordinates coordinates", "Polygon | null | /coordinates coordinates",
			"Polygon | [[]] | /coordinates/0 coordinates", "MultiPolygon | [[]] | /coordinates/0 coordinates",
			"Polygon | [[0,0],[1,0],[1,1],[0,0]] | /coordinates/0 coordinates, /coordinates/1 coordinates, "
					+ "/coordinates/2 coordinates, /coordinates/3 coordinates",
			"MultiPolygon | [[[0,0],[1,0],[1,1],[0,0]]] | /coordinates/0/0 coordinates, /coordinates/0/1 coordinates, "
					+ "/coordinates/0/2 coordinates, /coordinates/0/3 coordinates",
			"Polygon | [[[[0,0],[1,0],[1,1],[0,0]]]] | /coordinates/0/0 position",
			"Polygon | [[[0,0],[1,0],[0,0]]] | /coordinates/0 ring-too-short",
			"Polygon | [[[0,0],[1,0],[1,1],[0,1]]] | /coordinates/0/3 ring-not-closed",
			"Polygon | [[[0,0],[1,0],[1,1],[0,0.0000001]]] | /coordinates/0/3 ring-not-closed",
			"Polygon | [[[0,0],[1],[1,1],[0,0]]] | /coordinates/0/1 position",
			"Polygon | [[[0,0],[\"1\",0],[1,1],[0,0]]] | /coordinates/0/1 position",
			"Polygon | [[[0,0],[1,\"0\"],[1,1],[0,0]]] | /coordinates/0/1 position",
			"Polygon | [[[0,0],[1,0,{}],[1,1],[0,0]]] | /coordinates/0/1 position",
			"Polygon | [[[0,0],7,[1,1],[0,0]]] | /coordinates/0/1 position",
			"Polygon | [[[0,0],[180.0000001,0],[1,1],[0,0]]] | /coordinates/0/1/0 longitude",
			"Polygon | [[[0,0],[1,-90.0000001],[1,1],[0,0]]] | /coordinates/0/1/1 latitude",
			"Polygon | [[[0,0],[1e999,0],[1,1],[0,0]]] | /coordinates/0/1/0 longitude" })
	void pointsAtCoordinatesThatAreNone(String type, String coordinates, String problems) {
		String expected = problems.strip().replaceAll("(^|, )", "$1/features/0/geometry");
		String geometry = "{\"type\":\"" + type + "\",\"coordinates\":" + coordinates + "}";
		assertThat(problemsOf(collectionOf(geometry))).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "Polygon | [[[0,0],[2,2],[2,0],[0,2],[0,0]]] | /0/0 self-intersection [1, 1]",
			"Polygon | [[[0,0],[4,0],[4,4],[2,0],[0,4],[0,0]]] | /0/0 self-intersection [2, 0]",
			"Polygon | [[[0,0],[9,0],[9,9],[0,9],[0,0]],[[5,5],[5,12],[7,12],[7,5],[5,5]]] | "
					+ "/0/2 self-intersection [5, 9]",
			"Polygon | [[[0,0],[9,0],[9,9],[0,9],[0,0]],[[10,0],[12,0],[12,2],[10,0]]] | /1/0 hole-outside [10, 0]",
			"Polygon | [[[0,0],[9,0],[9,9],[0,9],[0,0]],[[1,1],[1,4],[4,4],[4,1],[1,1]],[[2,2],[2,3],[3,3],[2,2]]] "
					+ "| /2/0 ring-within-ring [2, 2]",
			"MultiPolygon | [[[[0,0],[9,0],[9,9],[0,9],[0,0]]],[[[2,2],[3,2],[3,3],[2,2]]]] | "
					+ "/1/0/0 ring-within-ring [2, 2]",
			"MultiPolygon | [[[[0,0],[9,0],[9,9],[0,9],[0,0]]],[[[8,8],[12,8],[12,12],[8,8]]]] | "
					+ "/0/0/1 self-intersection [9, 8]",
			"Polygon | [[[0,0],[4,0],[4,4],[0,4],[0,0]],[[2,0],[4,2],[2,4],[0,2],[2,0]]] | "
					+ "/0/1 interior-cut [4, 2]",
			"Polygon | [[[1,1],[1,1],[1,1],[1,1]]] | /0/0 ring-collapsed [1, 1]",
			"Polygon | [[[0,0],[0.00000001,0],[0,0.00000001],[0,0]]] | /0/0 ring-collapsed [0, 0]" })
	void pointsAtThePlaceWhereRingsCross(String type, String coordinates, String problem) {
		String geometry = "{\"type\":\"" + type + "\",\"coordinates\":" + coordinates + "}";
		assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> read(collectionOf(geometry)))
			.extracting((ex) -> ex.problems().getFirst())
			.extracting((found) -> found.pointer() + " " + found.code() + " " + found.arguments())
			.isEqualTo("/features/0/geometry/coordinates" + problem.strip());
	}

	@Test
	void tellsWhichOfManyIsWrong() {
		String good = feature(polygon(LARGE));
		String bad = feature(polygon("[[0,0],[2,2],[2,0],[0,2],[0,0]]")).replace("500229", "500229102");
		assertThat(problemsOf(collection(good, bad)))
			.isEqualTo("/features/1/geometry/coordinates/0/0 self-intersection");
		assertThat(problemsOf(collection(good, good))).isEqualTo("/features/1/id repeated");
		assertThat(problemsOf(collection(good, good.replace("500229", "500238")))).isEmpty();
	}

	@Test
	void takesAThousandFeatures() {
		assertThat(read(collection(features(1000)))).hasSize(1000);
		assertThat(problemsOf(collection(features(1001)))).isEqualTo("/features too-many");
	}

	@Test
	void takesTwoHundredThousandPositions() {
		String ring = star(99_999);
		assertThat(read(collection(feature(polygon(ring)), feature(polygon(ring)).replace("500229", "500238"))))
			.hasSize(2);
		assertThat(problemsOf(collection(feature(polygon(star(200_000)))))).isEqualTo("/features too-many-positions");
		String arrays = "[],".repeat(200_001) + "[]";
		assertThat(problemsOf(collection(feature(polygon(arrays))))).isEqualTo("/features too-many-positions");
	}

	@Test
	void takesTwoThousandRings() {
		assertThat(read(collectionOf(islands(2000)))).hasSize(1);
		assertThat(problemsOf(collection(feature(islands(2001)))))
			.isEqualTo("/features/0/geometry/coordinates/2000/0 too-many-rings");
	}

	@Test
	void namesNoMoreThanAHundredProblems() {
		String ring = IntStream.range(0, 500).mapToObj((i) -> "[200,0]").collect(Collectors.joining(",", "[", "]"));
		assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> read(collectionOf(polygon(ring))))
			.satisfies((ex) -> assertThat(ex.problems()).hasSize(100));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{", "{\"type\":\"FeatureCollection\",\"features\":[]} []",
			"{\"features\":[{\"id\":NaN}]}" })
	void refusesWhatIsNoJson(String body) {
		assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> read(body));
	}

	@Test
	void refusesJsonThatIsNestedTooDeeply() {
		assertThatExceptionOfType(JacksonException.class)
			.isThrownBy(() -> read(collectionOf(polygon("[".repeat(40) + "]".repeat(40)))));
	}

	private static List<Boundary> read(String body) {
		return FeatureCollectionReader.read(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
	}

	private static String problemsOf(String body) {
		try {
			read(body);
			return "";
		}
		catch (InvalidInput ex) {
			return ex.problems()
				.stream()
				.map((problem) -> (problem.pointer() + " " + problem.code()).strip())
				.collect(Collectors.joining(", "));
		}
	}

	private static String collection(String... features) {
		return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
	}

	private static String collectionOf(String geometry) {
		return collection(feature(geometry));
	}

	private static String feature(String geometry) {
		return """
				{"type":"Feature","id":"500229","properties":{"source":"县民政局勘界成果"},"geometry":%s}"""
			.formatted(geometry);
	}

	private static String polygon(String rings) {
		return "{\"type\":\"Polygon\",\"coordinates\":[" + rings + "]}";
	}

	private static String[] features(int count) {
		return IntStream.range(0, count)
			.mapToObj((i) -> feature(polygon("[[0,0],[1,0],[1,1],[0,0]]")).replace("500229",
					String.valueOf(500229000 + i)))
			.toArray(String[]::new);
	}

	/** A ring of so many positions, and the first once more. */
	private static String star(int positions) {
		return IntStream.rangeClosed(0, positions).mapToObj((i) -> {
			double angle = 2 * Math.PI * (i % positions) / positions;
			double radius = (i % positions % 2 == 0) ? 10 : 9.9;
			return "[%.7f,%.7f]".formatted(radius * Math.cos(angle), radius * Math.sin(angle));
		}).collect(Collectors.joining(",", "[", "]"));
	}

	private static String islands(int count) {
		return IntStream.range(0, count)
			.mapToObj(
					(i) -> "[[[%1$s.0,%2$s],[%1$s.5,%2$s],[%1$s.5,%2$s.5],[%1$s.0,%2$s]]]".formatted(i % 100, i / 100))
			.collect(Collectors.joining(",", "{\"type\":\"MultiPolygon\",\"coordinates\":[", "]}"));
	}

}

package cn.yigongti.org.region;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

import cn.yigongti.org.Api;
import cn.yigongti.platform.test.ServiceTest;
import cn.yigongti.platform.test.TestTokens;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.test.context.TestConstructor;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@ServiceTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class BulkRegionTests {

	private final RestTestClient http;

	private final Api api;

	private final String county = Api.newCounty();

	BulkRegionTests(RestTestClient http) {
		this.http = http;
		this.api = Api.administrator(http);
	}

	@Test
	void bringsAWholeCountyInAnyOrderAndAgain() {
		List<Map<String, Object>> divisions = new ArrayList<>(List.of(region("", "某某县")));
		IntStream.range(101, 120).forEach((township) -> {
			divisions.add(region("" + township, "第" + township + "镇"));
			IntStream.range(201, 211)
				.forEach((village) -> divisions.add(region("" + township + village, village + "村")));
		});
		Collections.reverse(divisions);
		assertThat(outcomes(put(divisions))).hasSize(210).containsOnly("CREATED");
		assertThat(this.api.get("/regions?parentCode=" + this.county).expect(200).path("total").asInt()).isEqualTo(19);
		assertThat(outcomes(put(divisions))).hasSize(210).containsOnly("UNCHANGED");
		divisions.get(0).put("name", "新名");
		assertThat(outcomes(put(divisions))).startsWith("UPDATED").endsWith("UNCHANGED");
	}

	@Test
	void answersForEachByItself() {
		JsonNode items = put(Arrays.asList(region("", "某县"), region("102", "某乡"), region("102", "又一乡"),
				region("103201", "某村"), region("104", " "),
				region("105", "某乡", "abolishedOn", "2000-01-01", "establishedOn", "2001-01-01"),
				Map.of("code", "99", "name", "x"), Map.of("name", "x"), null,
				Map.of("code", this.county + "10X", "name", "x")))
			.path("items");
		assertThat(items.valueStream().map(BulkRegionTests::summary)).containsExactly("0 CREATED", "1 CREATED",
				"2 REFUSED /code repeated", "3 REFUSED /code unknown-parent", "4 REFUSED /name not-blank",
				"5 REFUSED /abolishedOn after", "6 REFUSED /code code-length", "7 REFUSED /code not-null",
				"8 REFUSED  not-null", "9 REFUSED /code malformed");
		assertThat(items.get(9).path("errors").get(0).path("detail").asString()).isEqualTo("第 9 位“X”不合编码规则");
		assertThat(items.get(1).has("errors")).isFalse();
		assertThat(items.get(1).path("code").asString()).isEqualTo(this.county + "102");
	}

	@Test
	void abolishesAllThatEndsTogetherFromTheBottomUp() {
		put(Arrays.asList(region("", "某县"), region("102", "某乡"), region("102201", "某村"))).path("items");
		JsonNode inUse = put(Arrays.asList(region("", "某县", "abolishedOn", "2020-01-01"))).path("items");
		assertThat(inUse.get(0).path("errors").get(0).path("detail").asString()).contains("1 个下级区划、0 个开业机构");
		List<Map<String, Object>> ending = Arrays.asList(region("", "某县", "abolishedOn", "2020-01-01"),
				region("102", "某乡", "abolishedOn", "2020-01-01"), region("102201", "某村", "abolishedOn", "2020-01-01"));
		assertThat(outcomes(put(ending))).containsOnly("UPDATED");
		ending.forEach((division) -> division.put("abolishedOn", "2021-01-01"));
		assertThat(outcomes(put(ending))).containsOnly("UPDATED");
		ending.forEach((division) -> division.remove("abolishedOn"));
		assertThat(outcomes(put(ending))).containsOnly("UPDATED");
	}

	@Test
	void keepsToTheGrantsOfTheCaller() {
		Api maintainer = Api.of(this.http, TestTokens.user().mayInRegion(this.county, "region:write"));
		JsonNode items = maintainer
			.put("/regions", null, Arrays.asList(region("", "某县"), Map.of("code", Api.newCounty(), "name", "邻县")))
			.expect(200)
			.path("items");
		assertThat(items.valueStream().map(BulkRegionTests::summary)).containsExactly("0 CREATED",
				"1 REFUSED /code scope-exceeded");
	}

	@Test
	void takesAThousandAndNoMore() {
		List<Map<String, Object>> divisions = new ArrayList<>(List.of(region("", "某县")));
		IntStream.range(1, 1000).forEach((i) -> divisions.add(region("%03d".formatted(i), "第" + i + "乡")));
		assertThat(outcomes(put(divisions))).hasSize(1000).containsOnly("CREATED");
		divisions.add(region("000", "多余"));
		assertThat(this.api.put("/regions", null, divisions).fieldProblem()).isEqualTo(" too-many");
		assertThat(put(List.of()).path("items").size()).isZero();
	}

	private JsonNode put(List<? extends Map<String, Object>> divisions) {
		return this.api.put("/regions", null, divisions).expect(200);
	}

	private static List<String> outcomes(JsonNode report) {
		return report.path("items").valueStream().map((item) -> item.path("outcome").asString()).toList();
	}

	private static String summary(JsonNode item) {
		String errors = item.path("errors")
			.valueStream()
			.map((error) -> " " + error.path("pointer").asString() + " " + error.path("code").asString())
			.reduce("", String::concat);
		return item.path("index").asInt() + " " + item.path("outcome").asString() + errors;
	}

	private Map<String, Object> region(String below, String name, Object... fields) {
		Map<String, Object> body = new TreeMap<>(Map.of("code", this.county + below, "name", name));
		for (int i = 0; i < fields.length; i += 2) {
			body.put((String) fields[i], fields[i + 1]);
		}
		return body;
	}

}

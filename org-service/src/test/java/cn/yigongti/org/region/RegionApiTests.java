package cn.yigongti.org.region;

import java.util.ArrayList;
import java.util.List;

import cn.yigongti.org.Api;
import cn.yigongti.platform.test.ServiceTest;
import cn.yigongti.platform.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@ServiceTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class RegionApiTests {

	private final Api api;

	private final JdbcClient jdbc;

	RegionApiTests(RestTestClient http, JdbcClient jdbc) {
		this.api = Api.of(http, TestTokens.user().mayInRegion("11", "region:read"));
		this.jdbc = jdbc;
	}

	@ParameterizedTest
	@CsvSource({ "COUNTY, 2", "TOWNSHIP, 57", "VILLAGE, 533" })
	void holdsTwoWholeCounties(String level, int count) {
		assertThat(this.jdbc.sql("select count(*) from region where level = ? and code like '5002%'")
			.param(level)
			.query(Integer.class)
			.single()).isEqualTo(count);
	}

	@Test
	void showsADivisionToWhoeverMayReadDivisions() {
		JsonNode township = this.api.get("/regions/500229102").expect(200);
		assertThat(township.path("name").asString()).isEqualTo("巴山镇");
		assertThat(township.path("level").asString()).isEqualTo("TOWNSHIP");
		assertThat(township.path("parentCode").asString()).isEqualTo("500229");
		assertThat(this.api.get("/regions/500229").expect(200).has("parentCode")).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "500229, 25", "500229001, 10", "500229001001, 0" })
	void listsTheDivisionsDirectlyBelow(String code, int count) {
		JsonNode page = this.api.get("/regions/" + code + "/children?limit=3").expect(200);
		assertThat(page.path("total").asInt()).isEqualTo(count);
		assertThat(page.path("items").size()).isEqualTo(Math.min(3, count));
	}

	@ParameterizedTest
	@CsvSource({ "level=COUNTY&query=城口, 1", "parentCode=500229&limit=1, 25",
			"parentCode=500229&level=TOWNSHIP&query=镇, 10", "parentCode=500229102&query=巴山, 1",
			"parentCode=500229&level=VILLAGE, 0", "query=%25, 0", "parentCode=500230, 0" })
	void listsDivisionsToChooseFrom(String filter, int count) {
		JsonNode page = this.api.get("/regions?" + filter).expect(200);
		assertThat(page.path("total").asInt()).as(page.toString()).isEqualTo(count);
	}

	@ParameterizedTest
	@CsvSource({ "level=PROVINCE, /level", "parentCode=x, /parentCode", "query=, /query", "asOf=1799-12-31, /asOf" })
	void namesAFilterThatMakesNoSense(String filter, String pointer) {
		JsonNode problem = this.api.get("/regions?" + filter).expect(400, "invalid-parameter");
		assertThat(problem.path("errors").get(0).path("pointer").asString()).isEqualTo(pointer);
	}

	@ParameterizedTest
	@ValueSource(strings = { "code", "-code", "name", "-name" })
	void walksThroughAllPagesInOrder(String sort) {
		List<String> seen = new ArrayList<>();
		String next = "";
		while (next != null) {
			JsonNode page = this.api.get("/regions?parentCode=500229&limit=4&sort=" + sort + next).expect(200);
			page.path("items").forEach((item) -> seen.add(item.path("code").asString()));
			next = page.path("nextCursor").isNull() ? null : "&cursor=" + page.path("nextCursor").asString();
		}
		assertThat(seen).hasSize(25).doesNotHaveDuplicates();
	}

	@ParameterizedTest
	@ValueSource(strings = { "500230", "5002", "x", "500229'--" })
	void doesNotFindWhatItDoesNotKnow(String code) {
		this.api.get("/regions/" + code).expect(404, "not-found");
		this.api.get("/regions/" + code + "/children").expect(404, "not-found");
	}

}

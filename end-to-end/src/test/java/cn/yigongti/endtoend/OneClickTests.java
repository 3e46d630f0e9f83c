package cn.yigongti.endtoend;

import java.util.Map;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class OneClickTests {

	/**
	 * 3 county hospitals, 25 centres and 204 clinics: 2 × 2 at the same level, 229 up and
	 * 229 down.
	 */
	private static final Map<String, Integer> BY_THE_RULE = Map.of("SAME_LEVEL", 4, "UP", 229, "DOWN", 229);

	private final County county = County.running();

	@Test
	void peoplesHospitalHasExactlyTheRelationsOfTheRule() {
		BY_THE_RULE.forEach((type, count) -> assertThat(relations(type)).as(type).isEqualTo(count));
	}

	@Test
	void secondClickCreatesNone() {
		JsonNode answer = click(false);
		assertThat(answer.path("created").size()).isZero();
		assertThat(answer.path("existing").size()).isEqualTo(462);
		BY_THE_RULE.forEach((type, count) -> assertThat(relations(type)).as(type).isEqualTo(count));
	}

	@Test
	void dryRunSaysTheSameAndCreatesNone() {
		JsonNode answer = click(true);
		assertThat(answer.path("created").size()).isZero();
		assertThat(answer.path("existing").size()).isEqualTo(462);
	}

	private JsonNode click(boolean dryRun) {
		return this.county.as("consortiumAdmin")
			.post("/api/v1/referral-relations/auto-configurations",
					"{\"organizationId\":\"" + this.county.organization("peoplesHospital") + "\",\"dryRun\":" + dryRun
							+ "}")
			.is(200)
			.body();
	}

	private int relations(String type) {
		return this.county.as("consortiumAdmin")
			.get("/api/v1/referral-relations", Map.of("type", type, "limit", "1"))
			.is(200)
			.body()
			.path("total")
			.asInt();
	}

}

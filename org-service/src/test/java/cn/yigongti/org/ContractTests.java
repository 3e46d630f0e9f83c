package cn.yigongti.org;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

import cn.yigongti.platform.test.ServiceTest;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.test.context.TestConstructor;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The examples that other services test their clients with are what this service answers.
 */
@ServiceTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class ContractTests {

	private static final List<String> MADE_HERE = List.of("id", "organizationId", "leadOrganizationId", "consortiumId",
			"createdAt", "updatedAt");

	private final Api api;

	ContractTests(RestTestClient http) {
		this.api = Api.administrator(http);
	}

	@Test
	void answersLikeItsExamples() throws IOException {
		ObjectNode organization = example("organization.json");
		UUID hospital = this.api
			.post("/organizations", organization.deepCopy().without(MADE_HERE).without(List.of("status")))
			.id();
		ObjectNode consortium = example("consortium.json");
		UUID id = this.api
			.post("/consortia", consortium.deepCopy().without(MADE_HERE).put("leadOrganizationId", hospital.toString()))
			.id();
		answers("/organizations/" + hospital, organization);
		answers("/consortia/" + id, consortium);
		JsonNode page = this.api.get("/consortia/" + id + "/members").expect(200);
		ObjectNode members = example("consortium-members.json");
		assertThat(comparable(page.path("items").get(0), members.path("items").get(0)))
			.isEqualTo(members.path("items").get(0));
		assertThat(page.propertyNames()).isEqualTo(members.propertyNames());
	}

	@Test
	void answersLikeItsExampleOfAClosingDate() throws IOException {
		ObjectNode closing = example("organization-closing.json");
		UUID id = this.api.post("/organizations", closing.deepCopy().without(MADE_HERE).without(List.of("status")))
			.id();
		answers("/organizations/" + id, closing);
	}

	private void answers(String path, ObjectNode example) {
		assertThat(comparable(this.api.get(path).expect(200), example)).isEqualTo(example);
	}

	/** With what is made anew each time taken over from the example. */
	private static JsonNode comparable(JsonNode answer, JsonNode example) {
		ObjectNode comparable = (ObjectNode) answer;
		MADE_HERE.stream().filter(comparable::has).forEach((name) -> comparable.set(name, example.get(name)));
		return comparable;
	}

	private static ObjectNode example(String name) throws IOException {
		return (ObjectNode) JsonMapper.shared()
			.readTree(Files.readString(Path.of("..", "contracts", "org-service", name)));
	}

}

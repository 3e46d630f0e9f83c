package cn.yigongti.dev.hissimulator;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import cn.yigongti.dev.county.DemoCounty;
import cn.yigongti.dev.county.Staff;
import cn.yigongti.dev.county.StaffMember;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class CloudHisSimulatorTests {

	private final List<StaffMember> staff = Staff.of(DemoCounty.plan()).members();

	private final CloudHisSimulator simulator = CloudHisSimulator.start(this.staff);

	private final HttpClient http = HttpClient.newHttpClient();

	private final JsonMapper json = JsonMapper.builder().build();

	@AfterEach
	void stop() {
		this.http.close();
		this.simulator.close();
	}

	@Test
	void givesAllFifteenHundredUsersPageByPage() throws Exception {
		List<String> userIds = new ArrayList<>();
		JsonNode page;
		int number = 0;
		do {
			page = read(get("/api/users?page=" + number++ + "&size=400"));
			assertThat(page.path("totalElements").asInt()).isEqualTo(1500);
			page.path("content").forEach((user) -> userIds.add(user.path("userId").asString()));
		}
		while (!page.path("last").asBoolean());
		assertThat(number).isEqualTo(4);
		assertThat(userIds).containsExactlyElementsOf(this.staff.stream().map(StaffMember::userId).toList());
	}

	@Test
	void writesAUserWithTheFieldsOfTheContract() throws Exception {
		JsonNode user = read(get("/api/users?size=1")).path("content").get(0);
		StaffMember first = this.staff.getFirst();
		assertThat(user.propertyNames()).containsExactlyInAnyOrder("userId", "loginName", "name", "gender", "mobile",
				"orgCode", "deptCode", "deptName", "staffType", "title", "enabled", "updatedAt");
		assertThat(user.path("loginName").asString()).isEqualTo(first.loginName());
		assertThat(user.path("orgCode").asString()).isEqualTo(first.institutionCode());
		assertThat(user.path("staffType").asString()).isEqualTo("DOCTOR");
		assertThat(Instant.parse(user.path("updatedAt").asString())).isEqualTo(first.updatedAt());
	}

	@Test
	void givesOnlyWhatChangedSince() throws Exception {
		Instant since = Instant.parse("2023-05-01T00:00:00Z");
		JsonNode page = read(get("/api/users?page=0&size=500&updatedSince=" + since));
		long expected = this.staff.stream().filter((one) -> !one.updatedAt().isBefore(since)).count();
		assertThat(page.path("totalElements").asLong()).isEqualTo(expected).isBetween(1L, 1499L);
		assertThat(page.path("content"))
			.allSatisfy((user) -> assertThat(Instant.parse(user.path("updatedAt").asString())).isAfterOrEqualTo(since));
	}

	@ParameterizedTest
	@ValueSource(strings = { "userId", "loginName" })
	void findsOneUser(String by) throws Exception {
		StaffMember somebody = this.staff.get(700);
		String value = by.equals("userId") ? somebody.userId() : somebody.loginName();

		JsonNode page = read(get("/api/users?page=0&size=2&" + by + "=" + value));

		assertThat(page.path("content")).singleElement()
			.satisfies((user) -> assertThat(user.path(by).asString()).isEqualTo(value));
		assertThat(read(get("/api/users?" + by + "=nobody")).path("content")).isEmpty();
	}

	@Test
	void isDisturbedInTheSameWayForTheSameSeed() throws Exception {
		this.simulator.suffers(new Faults(7, 0));
		assertThat(get("/api/users").statusCode()).isEqualTo(200);
		List<Optional<Fault>> once = faults(7);

		assertThat(faults(7)).isEqualTo(once).isNotEqualTo(faults(8));
	}

	@Test
	void givesAnEmptyLastPageBeyondTheEnd() throws Exception {
		JsonNode page = read(get("/api/users?page=2000000000&size=500"));
		assertThat(page.path("content")).isEmpty();
		assertThat(page.path("last").asBoolean()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "page=-1", "page=x", "size=0", "size=501", "updatedSince=yesterday" })
	void refusesWhatTheContractDoesNotKnow(String query) throws Exception {
		assertThat(get("/api/users?" + query).statusCode()).isEqualTo(400);
	}

	@Test
	void answersAnUnknownAddressWithNotFound() throws Exception {
		assertThat(get("/api/patients").statusCode()).isEqualTo(404);
	}

	@Test
	void givesAReceiptForAConsultationAndKnowsASecondDelivery() throws Exception {
		HttpResponse<String> first = post("/api/consultations", "{\"deliveryId\":\"d-1\",\"purpose\":\"会诊\"}");
		HttpResponse<String> second = post("/api/consultations", "{\"deliveryId\":\"d-1\",\"purpose\":\"会诊\"}");
		assertThat(first.statusCode()).isEqualTo(202);
		assertThat(second.statusCode()).isEqualTo(200);
		assertThat(read(first).path("duplicate").asBoolean()).isFalse();
		assertThat(read(second).path("duplicate").asBoolean()).isTrue();
		assertThat(read(second).path("receivedAt")).isEqualTo(read(first).path("receivedAt"));
		assertThat(read(get("/api/consultations/d-1")).path("receivedAt")).isEqualTo(read(first).path("receivedAt"));
	}

	@Test
	void takesTheSubmissionOfTheContractAndAnswersByIt() throws Exception {
		HttpResponse<String> answer = post("/api/consultations", contract("submission.json"),
				"019a9f30-5c00-7000-8000-0000000000d1");

		assertThat(answer.statusCode()).isEqualTo(202);
		JsonNode expected = this.json.readTree(contract("receipt.json"));
		JsonNode receipt = read(answer);
		assertThat(receipt.propertyNames()).containsExactlyElementsOf(expected.propertyNames());
		assertThat(receipt.path("deliveryId")).isEqualTo(expected.path("deliveryId"));
		assertThat(Instant.parse(receipt.path("receivedAt").asString())).isNotNull();
	}

	@Test
	void refusesAConsultationWhoseHeaderNamesAnotherDelivery() throws Exception {
		assertThat(post("/api/consultations", "{\"deliveryId\":\"d-1\"}", "d-2").statusCode()).isEqualTo(400);
		assertThat(get("/api/consultations/d-1").statusCode()).isEqualTo(404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{", "{}", "[]", "{\"deliveryId\":\" \"}" })
	void refusesAConsultationWithoutADeliveryId(String body) throws Exception {
		assertThat(post("/api/consultations", body).statusCode()).isEqualTo(400);
		assertThat(get("/api/consultations/d-1").statusCode()).isEqualTo(404);
	}

	private static List<Optional<Fault>> faults(long seed) {
		Faults faults = new Faults(seed, 50);
		return Stream.generate(faults::next).limit(100).toList();
	}

	private HttpResponse<String> get(String path) throws IOException, InterruptedException {
		return this.http.send(HttpRequest.newBuilder(this.simulator.uri().resolve(path)).build(),
				BodyHandlers.ofString());
	}

	private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
		return post(path, body, "d-1");
	}

	private HttpResponse<String> post(String path, String body, String deliveryId)
			throws IOException, InterruptedException {
		return this.http.send(HttpRequest.newBuilder(this.simulator.uri().resolve(path))
			.header("X-Delivery-Id", deliveryId)
			.POST(BodyPublishers.ofString(body))
			.build(), BodyHandlers.ofString());
	}

	private static String contract(String name) throws IOException {
		return Files.readString(Path.of("..", "contracts", "third-party-consultation", name));
	}

	private JsonNode read(HttpResponse<String> response) {
		return this.json.readTree(response.body());
	}

}

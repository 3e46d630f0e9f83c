package cn.yigongti.consultation.openwork;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import cn.yigongti.consultation.ConsultationServiceTest;
import cn.yigongti.consultation.County;
import cn.yigongti.platform.test.Calls;
import cn.yigongti.platform.test.PeerServer;
import cn.yigongti.platform.test.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@ConsultationServiceTest
class OpenCountApiTests {

	private static final String CONSULTATIONS = "/api/v1/consultations";

	private final RestTestClient http;

	private final PeerServer peers;

	private County county;

	private UUID center = UUID.randomUUID();

	OpenCountApiTests(RestTestClient http, PeerServer peers) {
		this.http = http;
		this.peers = peers;
		this.county = County.unrelated(http, peers);
	}

	@BeforeEach
	void open() {
		this.county = County.unrelated(this.http, this.peers);
		this.center = this.county.related();
	}

	@Test
	void answersAsTheContractSays() throws Exception {
		this.county.submitted(this.center);
		Calls service = this.county.as(TestTokens.client("org-service").mayEverywhere("consultation:read"));
		JsonNode answer = service.get(CONSULTATIONS + "/open-counts?organizationId=" + this.county.peoples.id())
			.is(200)
			.body();
		JsonNode example = JsonMapper.shared()
			.readTree(Files.readString(Path.of("..", "contracts", "consultation-service", "open-counts.json")));
		assertThat(answer.path("items").get(0).propertyNames())
			.containsExactlyInAnyOrderElementsOf(example.path("items").get(0).propertyNames());
		assertThat(answer.path("items").get(0).path("asTarget").asInt()).isOne();
	}

	@ParameterizedTest
	@CsvSource({ "decline, 0", "send-back, 1" })
	void countsWhatSomebodyStillHasToDo(String step, int open) {
		String uri = CONSULTATIONS + "/" + this.county.submitted(this.center);
		Map<String, Object> body = step.equals("decline") ? Map.of("reason", "x") : Map.of("questions", List.of("？"));
		this.county.peoplesDoctor().post(uri + "/" + step, body).is(200);
		assertThat(asSource()).isEqualTo(open);
	}

	@Test
	void countsNothingReported() {
		String uri = CONSULTATIONS + "/" + this.county.accepted(this.center);
		assertThat(asSource()).isOne();
		this.county.peoplesDoctor().post(uri + "/report", this.county.report()).is(200);
		assertThat(asSource()).isZero();
	}

	@Test
	void countsNothingThatTheCallerMayNotSee() {
		this.county.submitted(this.center);
		assertThat(this.county.stranger()
			.get(CONSULTATIONS + "/open-counts?organizationId=" + this.county.peoples.id())
			.is(200)
			.body()
			.path("items")
			.get(0)
			.path("asTarget")
			.asInt()).isZero();
	}

	private int asSource() {
		return this.county.townshipDoctor()
			.get(CONSULTATIONS + "/open-counts?organizationId=" + this.county.township.id())
			.is(200)
			.body()
			.path("items")
			.get(0)
			.path("asSource")
			.asInt();
	}

}

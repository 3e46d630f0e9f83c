package cn.yigongti.consultation.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import cn.yigongti.consultation.ConsultationServiceTest;
import cn.yigongti.consultation.County;
import cn.yigongti.platform.test.Calls;
import cn.yigongti.platform.test.PeerServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@ConsultationServiceTest
class ConversationApiTests {

	private static final String CONSULTATIONS = "/api/v1/consultations";

	private final RestTestClient http;

	private final PeerServer peers;

	private County county;

	private UUID center = UUID.randomUUID();

	ConversationApiTests(RestTestClient http, PeerServer peers) {
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
	void asksAndAnswersInOrder() {
		String uri = CONSULTATIONS + "/" + this.county.accepted(this.center);
		this.county.peoplesDoctor().post(uri + "/claim", Map.of()).is(200);
		Calls.Answer back = this.county.peoplesDoctor()
			.post(uri + "/send-back", Map.of("questions", List.of("有无造影剂过敏？", "既往史？")))
			.is(200);
		assertThat(back.text("status")).isEqualTo("SENT_BACK");
		assertThat(back.body().has("claim")).isFalse();
		List<JsonNode> asked = conversation(uri);
		assertThat(asked).extracting((one) -> one.path("text").asString()).containsExactly("有无造影剂过敏？", "既往史？");
		assertThat(asked.getFirst().path("authorName").asString()).isEqualTo("王主任");
		Calls.Answer again = this.county.townshipDoctor()
			.post(uri + "/resubmission",
					Map.of("answers", List.of(answer(asked.get(1), "高血压"), answer(asked.get(0), "无"))))
			.is(200);
		assertThat(again.text("status")).isEqualTo("SUBMITTED");
		assertThat(conversation(uri)).extracting((one) -> one.path("kind").asString())
			.containsExactly("QUESTION", "QUESTION", "ANSWER", "ANSWER");
		assertThat(conversation(uri).get(2).path("questionId").asString())
			.isEqualTo(asked.get(1).path("id").asString());
	}

	@Test
	void beginsTheDueTimeAnew() {
		String uri = CONSULTATIONS + "/" + this.county.submitted(this.center);
		String before = this.county.townshipDoctor().get(uri).text("dueAt");
		sendBack(uri, "？");
		this.county.townshipDoctor()
			.post(uri + "/resubmission", Map.of("answers", List.of(answer(conversation(uri).getFirst(), "答"))))
			.is(200);
		assertThat(Instant.parse(this.county.townshipDoctor().get(uri).text("dueAt"))).isAfter(Instant.parse(before));
	}

	@Test
	void leavesNoQuestionOpenAndAnswersNothingElse() {
		String uri = CONSULTATIONS + "/" + this.county.submitted(this.center);
		sendBack(uri, "一", "二");
		List<JsonNode> asked = conversation(uri);
		answerWith(uri, List.of(answer(asked.getFirst(), "答"))).blames("/answers", "question-left-open");
		answerWith(uri, List.of(answer(asked.getFirst(), "答"), answer(asked.getFirst(), "再答")))
			.blames("/answers/1/questionId", "no-open-question");
		answerWith(uri, List.of(Map.of("questionId", UUID.randomUUID(), "text", "答"))).blames("/answers/0/questionId",
				"no-open-question");
		assertThat(conversation(uri)).hasSize(2);
		assertThat(this.county.townshipDoctor().get(uri).text("status")).isEqualTo("SENT_BACK");
	}

	@Test
	void letsTheQuestionBeChangedWhileItIsSentBack() {
		String uri = CONSULTATIONS + "/" + this.county.submitted(this.center);
		sendBack(uri, "诊断？");
		String etag = this.county.townshipDoctor().get(uri).etag();
		this.county.townshipDoctor().patch(uri, etag, Map.of("clinicalSummary", "补充：有吸烟史")).is(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"questions\":[]}", "{\"questions\":[\" \"]}", "{\"questions\":[null]}" })
	void needsAQuestion(String body) {
		String uri = CONSULTATIONS + "/" + this.county.submitted(this.center);
		assertThat(this.county.peoplesDoctor().post(uri + "/send-back", body).is(422, "invalid").body().path("errors"))
			.isNotEmpty();
	}

	@Test
	void isReadByNobodyElse() {
		String uri = CONSULTATIONS + "/" + this.county.submitted(this.center);
		this.county.stranger().get(uri + "/conversation").is(404, "not-found");
	}

	private void sendBack(String uri, String... questions) {
		this.county.peoplesDoctor().post(uri + "/send-back", Map.of("questions", List.of(questions))).is(200);
	}

	private Calls.Answer answerWith(String uri, List<Map<String, Object>> answers) {
		return this.county.townshipDoctor().post(uri + "/resubmission", Map.of("answers", answers)).is(422, "invalid");
	}

	private static Map<String, Object> answer(JsonNode question, String text) {
		return Map.of("questionId", question.path("id").asString(), "text", text);
	}

	private List<JsonNode> conversation(String uri) {
		return this.county.townshipDoctor()
			.get(uri + "/conversation")
			.is(200)
			.body()
			.path("items")
			.valueStream()
			.toList();
	}

}

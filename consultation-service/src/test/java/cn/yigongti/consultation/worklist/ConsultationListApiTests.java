package cn.yigongti.consultation.worklist;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import tools.jackson.databind.node.ObjectNode;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@ConsultationServiceTest
class ConsultationListApiTests {

	private static final String CONSULTATIONS = "/api/v1/consultations";

	private final RestTestClient http;

	private final PeerServer peers;

	private final JdbcClient jdbc;

	private County county;

	private UUID center = UUID.randomUUID();

	ConsultationListApiTests(RestTestClient http, PeerServer peers, JdbcClient jdbc) {
		this.http = http;
		this.peers = peers;
		this.jdbc = jdbc;
		this.county = County.unrelated(http, peers);
	}

	@BeforeEach
	void open() {
		this.county = County.unrelated(this.http, this.peers);
		this.center = this.county.related();
	}

	@Test
	void showsEachSideItsOwn() {
		String id = this.county.submitted(this.center);
		assertThat(ids(this.county.townshipDoctor(), "?role=applicant")).containsExactly(id);
		assertThat(ids(this.county.peoplesDoctor(), "?role=center&open=true&sort=dueAt")).containsExactly(id);
		assertThat(ids(this.county.peoplesDoctor(), "?role=applicant")).isEmpty();
		assertThat(ids(this.county.villageDoctor(), "")).isEmpty();
		assertThat(ids(this.county.stranger(), "")).isEmpty();
	}

	@Test
	void findsByWhatIsKnown() {
		ObjectNode application = this.county.application(this.center);
		String idNumber = application.path("patient").path("idNumber").asString();
		Calls.Answer one = this.county.townshipDoctor().post(CONSULTATIONS, application).is(201);
		this.county.submitted(this.center);
		for (String q : List.of(idNumber, one.text("consultationNumber"))) {
			assertThat(ids(this.county.peoplesDoctor(), "?q=" + q)).containsExactly(one.text("id"));
		}
		for (String q : List.of("张三丰", "三丰", "13800000001", "李刚", "J18")) {
			assertThat(ids(this.county.peoplesDoctor(), "?q=" + q)).contains(one.text("id")).hasSize(2);
		}
		assertThat(ids(this.county.peoplesDoctor(), "?q=部感")).hasSize(2);
		assertThat(ids(this.county.peoplesDoctor(), "?q=李四")).isEmpty();
		assertThat(ids(this.county.peoplesDoctor(), "?q=张丰")).isEmpty();
		assertThat(ids(this.county.peoplesDoctor(), "?q=%25")).isEmpty();
		assertThat(this.county.peoplesDoctor().get(CONSULTATIONS + "?q=J18").headers().getFirst("X-Search-Degraded"))
			.isEqualTo("true");
	}

	@Test
	void filtersByStatusTypeAndWhoHasTakenIt() {
		String submitted = this.county.submitted(this.center);
		String taken = this.county.accepted(this.center);
		this.county.peoplesDoctor().post(CONSULTATIONS + "/" + taken + "/claim", Map.of()).is(200);
		assertThat(ids(this.county.peoplesDoctor(), "?status=SUBMITTED")).containsExactly(submitted);
		assertThat(ids(this.county.peoplesDoctor(), "?status=SUBMITTED&status=ACCEPTED")).hasSize(2);
		assertThat(ids(this.county.peoplesDoctor(), "?claimedBy=me")).containsExactly(taken);
		assertThat(ids(this.county.secondPeoplesDoctor(), "?claimedBy=me")).isEmpty();
		assertThat(ids(this.county.secondPeoplesDoctor(), "?claimedBy=none")).containsExactly(submitted);
		assertThat(ids(this.county.peoplesDoctor(), "?type=ECG")).isEmpty();
		assertThat(ids(this.county.peoplesDoctor(), "?urgency=ROUTINE&centerId=" + this.center)).hasSize(2);
	}

	@Test
	void tellsWhatIsOverdue() {
		String late = this.county.importer()
			.post(CONSULTATIONS, this.county.history(this.center, 3))
			.is(201)
			.text("id");
		String fresh = this.county.submitted(this.center);
		assertThat(ids(this.county.peoplesDoctor(), "?overdue=true")).containsExactly(late);
		assertThat(ids(this.county.peoplesDoctor(), "?overdue=false")).containsExactly(fresh);
		assertThat(this.county.peoplesDoctor().get(CONSULTATIONS + "/" + late).body().path("overdue").asBoolean())
			.isTrue();
	}

	@Test
	void pagesWithoutLosingAny() {
		Set<String> submitted = new HashSet<>();
		for (int i = 0; i < 5; i++) {
			submitted.add(this.county.submitted(this.center));
		}
		Set<String> seen = new HashSet<>();
		String cursor = "";
		do {
			JsonNode page = this.county.peoplesDoctor()
				.get(CONSULTATIONS + "?limit=2&sort=dueAt" + cursor)
				.is(200)
				.body();
			assertThat(page.path("total").asInt()).isEqualTo(5);
			page.path("items").valueStream().forEach((item) -> seen.add(item.path("id").asString()));
			cursor = page.path("nextCursor").isString() ? "&cursor=" + page.path("nextCursor").asString() : "";
		}
		while (!cursor.isEmpty());
		assertThat(seen).isEqualTo(submitted);
	}

	@Test
	void unmasksForAReasonAndWritesItDown() {
		String id = this.county.submitted(this.center);
		Calls auditor = this.county.administrator();
		this.county.townshipDoctor().get(CONSULTATIONS + "?unmask=true&reason=x").is(403, "permission-missing");
		auditor.get(CONSULTATIONS + "?unmask=true").is(400, "invalid-parameter").blames("/reason", "required");
		JsonNode item = auditor.get(CONSULTATIONS + "?unmask=true&reason=核对身份").is(200).body().path("items").get(0);
		assertThat(item.path("patient").path("name").asString()).isEqualTo("张三丰");
		assertThat(this.jdbc
			.sql("select reason from audit_event where resource_id = :id and action = 'consultation:unmask'")
			.param("id", id)
			.query(String.class)
			.list()).containsExactly("核对身份");
	}

	@ParameterizedTest
	@ValueSource(strings = { "?role=both", "?claimedBy=you", "?quarter=1", "?status=DONE", "?limit=0", "?unknown=1",
			"?submittedFrom=gestern", "?cursor=abc", "?sort=patient" })
	void refusesWhatItDoesNotKnow(String query) {
		assertThat(this.county.peoplesDoctor().get(CONSULTATIONS + query).status()).isEqualTo(400);
	}

	private static List<String> ids(Calls caller, String query) {
		return caller.get(CONSULTATIONS + query)
			.is(200)
			.body()
			.path("items")
			.valueStream()
			.map((item) -> item.path("id").asString())
			.toList();
	}

}

package cn.yigongti.consultation.search;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import cn.yigongti.consultation.ConsultationServiceTest;
import cn.yigongti.consultation.County;
import cn.yigongti.platform.test.Calls;
import cn.yigongti.platform.test.PeerServer;
import cn.yigongti.platform.test.WithElasticsearch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** The list with q, answered by a real Elasticsearch. */
@ConsultationServiceTest
@WithElasticsearch
class ConsultationSearchTests {

	private static final String CONSULTATIONS = "/api/v1/consultations";

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final RestTestClient http;

	private final PeerServer peers;

	private final JdbcClient jdbc;

	private County county;

	private UUID center = UUID.randomUUID();

	ConsultationSearchTests(RestTestClient http, PeerServer peers, JdbcClient jdbc) {
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
	void findsByAllThatIsKnownOfAConsultation() {
		ObjectNode application = this.county.application(this.center);
		String idNumber = application.path("patient").path("idNumber").asString();
		Calls.Answer submitted = this.county.townshipDoctor().post(CONSULTATIONS, application).is(201);
		String uri = CONSULTATIONS + "/" + submitted.text("id");
		this.county.peoplesDoctor().post(uri + "/acceptance", Map.of()).is(200);
		this.county.peoplesDoctor()
			.post(uri + "/report", this.county.report().put("findings", "右下肺见磨玻璃影，考虑病毒性肺炎"))
			.is(200);
		awaitIndexed();
		Awaitility.await().atMost(PATIENCE).until(() -> ids(this.county.peoplesDoctor(), "?q=王主任").size() == 1);
		for (String q : List.of("张三丰", "张 三丰", "张三", "三丰", idNumber, "13800000001",
				submitted.text("consultationNumber"), "李刚", "王主任", "J18", "肺部感染", "病毒性肺炎", "磨玻璃")) {
			assertThat(ids(this.county.peoplesDoctor(), "?q=" + q)).as(q).containsExactly(submitted.text("id"));
		}
		assertThat(ids(this.county.peoplesDoctor(), "?q=骨折")).isEmpty();
		assertThat(ids(this.county.peoplesDoctor(), "?q=张丰")).isEmpty();
		assertThat(ids(this.county.peoplesDoctor(), "?q=肺部感染&status=SUBMITTED")).isEmpty();
		assertThat(ids(this.county.peoplesDoctor(), "?q=肺部感染&role=center&open=false&overdue=false&year=2020"))
			.isEmpty();
		assertThat(ids(this.county.peoplesDoctor(), "?q=肺部感染&type=IMAGING&open=false&claimedBy=none"))
			.containsExactly(submitted.text("id"));
	}

	@Test
	void findsNothingOutOfReach() {
		this.county.submitted(this.center);
		awaitIndexed();
		assertThat(ids(this.county.stranger(), "?q=肺部感染")).isEmpty();
		assertThat(ids(this.county.villageDoctor(), "?q=肺部感染")).isEmpty();
		assertThat(ids(this.county.tcmDoctor(), "?q=张三丰")).isEmpty();
	}

	@Test
	void pagesInTheOrderOfTheList() {
		List<String> all = List.of(this.county.submitted(this.center), this.county.submitted(this.center),
				this.county.submitted(this.center));
		awaitIndexed();
		Calls.Answer first = search(this.county.peoplesDoctor(), "?q=肺部感染&limit=2&sort=submittedAt");
		assertThat(first.body().path("total").asInt()).isEqualTo(3);
		Calls.Answer second = search(this.county.peoplesDoctor(),
				"?q=肺部感染&limit=2&sort=submittedAt&cursor=" + first.text("nextCursor"));
		assertThat(second.body().path("items").get(0).path("id").asString()).isEqualTo(all.getLast());
	}

	private List<String> ids(Calls caller, String query) {
		return search(caller, query).body()
			.path("items")
			.valueStream()
			.map((item) -> item.path("id").asString())
			.toList();
	}

	private static Calls.Answer search(Calls caller, String query) {
		Calls.Answer answer = caller.get(CONSULTATIONS + query).is(200);
		assertThat(answer.headers().getFirst("X-Search-Degraded")).isNull();
		return answer;
	}

	/**
	 * Until the index is built, nothing waits, and Elasticsearch shows what was written.
	 */
	private void awaitIndexed() {
		Awaitility.await().atMost(PATIENCE).until(() -> {
			boolean waiting = this.jdbc.sql("select exists (select from search_change)").query(Boolean.class).single();
			Calls.Answer probe = this.county.peoplesDoctor().get(CONSULTATIONS + "?q=肺部感染");
			Calls.Answer list = this.county.peoplesDoctor().get(CONSULTATIONS + "?limit=1");
			return !waiting && probe.headers().getFirst("X-Search-Degraded") == null
					&& probe.body().path("total").asInt() == list.body().path("total").asInt();
		});
	}

}

package cn.yigongti.consultation.delivery;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import cn.yigongti.consultation.consultation.Consultation;
import cn.yigongti.consultation.party.Party;
import cn.yigongti.platform.test.Calls;
import cn.yigongti.platform.test.TestTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@DeliveryTest
class DeliveryApiTests {

	private static final String ALL = "/api/v1/consultation-deliveries";

	private final ThirdParty system = ThirdParty.works();

	private final RestTestClient http;

	private final Applicants applicants;

	private final DeliveryWorker worker;

	private final JdbcClient jdbc;

	private final Party applicant;

	private final Calls applicantsDoctor;

	private final Calls centersDoctor;

	private final Calls operator;

	private final Calls stranger;

	DeliveryApiTests(RestTestClient http, Applicants applicants, DeliveryWorker worker, JdbcClient jdbc) {
		this.http = http;
		this.applicants = applicants;
		this.worker = worker;
		this.jdbc = jdbc;
		this.applicant = applicants.applicant(this.system.address());
		this.applicantsDoctor = in(this.applicant.id(), "consultation:read", "consultation:write");
		this.centersDoctor = in(applicants.center().id(), "consultation:read", "consultation:write");
		this.operator = in(this.applicant.id(), "consultation-delivery:read", "consultation-delivery:write");
		this.stranger = in(UUID.randomUUID(), "consultation:read", "consultation:write", "consultation-delivery:read",
				"consultation-delivery:write");
	}

	private Calls in(UUID organization, String... permissions) {
		return new Calls(this.http, TestTokens.user().of(organization).mayInOrganization(organization, permissions));
	}

	@BeforeEach
	void begin() {
		this.applicants.forgetAll();
	}

	@AfterEach
	void end() {
		this.applicants.forgetAll();
		this.system.close();
	}

	@Test
	void showsBothSidesWhatBecameOfASubmission() {
		this.system.answer(503, "");
		Consultation consultation = submitted();
		for (Calls caller : List.of(this.applicantsDoctor, this.centersDoctor)) {
			JsonNode page = caller.get(pathOf(consultation)).is(200).body();
			assertThat(page.path("total").asInt()).isOne();
			JsonNode delivery = page.path("items").get(0);
			assertThat(delivery.path("state").asString()).isEqualTo("PENDING");
			assertThat(delivery.path("attempts").asInt()).isOne();
			assertThat(delivery.path("lastOutcome").asString()).isEqualTo("status-503");
			assertThat(delivery.path("nextAttemptAt").asString()).endsWith("Z");
			assertThat(delivery.has("deliveredAt")).isFalse();
			JsonNode attempt = caller.get(pathOf(consultation) + "/" + delivery.path("id").asString() + "/attempts")
				.is(200)
				.body()
				.path("items")
				.get(0);
			assertThat(attempt.path("number").asInt()).isOne();
			assertThat(attempt.path("outcome").asString()).isEqualTo("status-503");
		}
	}

	@Test
	void showsNothingToStrangers() {
		Consultation consultation = submitted();
		UUID id = this.applicants.deliveryOf(consultation).id();
		this.stranger.get(pathOf(consultation)).is(404, "not-found");
		this.stranger.get(pathOf(consultation) + "/" + id + "/attempts").is(404, "not-found");
		this.stranger.post(pathOf(consultation) + "/" + id + "/redelivery", Map.of()).is(404, "not-found");
		assertThat(this.stranger.get(ALL).is(200).body().path("total").asInt()).isZero();
		assertThat(outcomeOf(this.stranger, id)).isEqualTo("NOT_FOUND");
	}

	@Test
	void showsADeliveryWithItsOwnConsultationOnly() {
		UUID other = this.applicants.deliveryOf(submitted()).id();
		String elsewhere = pathOf(submitted()) + "/" + other;
		this.applicantsDoctor.get(elsewhere + "/attempts").is(404, "not-found");
		this.applicantsDoctor.post(elsewhere + "/redelivery", Map.of()).is(404, "not-found");
	}

	@Test
	void deliversAgainByHandUnderTheSameId() {
		Consultation consultation = submitted();
		UUID id = this.applicants.deliveryOf(consultation).id();
		String redelivery = pathOf(consultation) + "/" + id + "/redelivery";
		this.centersDoctor.post(redelivery, Map.of()).is(403, "wrong-side");

		assertThat(this.applicantsDoctor.post(redelivery, Map.of()).is(200).text("state")).isEqualTo("PENDING");
		this.applicantsDoctor.post(redelivery, Map.of()).is(409, "not-redeliverable");
		this.worker.deliverDue();
		assertThat(this.system.heard()).containsExactly(id, id);
		assertThat(this.applicants.outcomesOf(consultation)).containsExactly("delivered", "duplicate");
		assertThat(redeliveriesAudited(consultation)).isOne();
	}

	@Test
	void listsWhatAnOperatorHasToLookAfter() {
		this.system.answer(422, "");
		Consultation parked = submitted();
		this.system.work();
		Consultation delivered = submitted();
		this.applicants.submit(this.applicants.applicant());

		assertThat(ids(this.operator.get(ALL))).containsExactlyInAnyOrder(idOf(parked), idOf(delivered));
		assertThat(ids(this.operator.get(ALL + "?state=PARKED"))).containsExactly(idOf(parked));
		assertThat(ids(this.operator.get(ALL + "?applicantId=" + this.applicant.id()))).hasSize(2);
		assertThat(ids(this.operator.get(ALL + "?applicantId=" + UUID.randomUUID()))).isEmpty();
		this.operator.get(ALL + "?status=PARKED").is(400, "unknown-parameter");
		this.operator.get(ALL + "?state=LOST").is(400, "invalid-parameter");
		Calls center = in(this.applicants.center().id(), "consultation-delivery:read");
		assertThat(center.get(ALL).is(200).body().path("total").asInt()).isEqualTo(3);
		this.applicantsDoctor.get(ALL).is(403, "permission-missing");
	}

	@Test
	void pagesInTheOrderOfTheirMaking() {
		List<String> all = Stream.generate(this::submitted).limit(5).map(this::idOf).toList();
		Calls.Answer first = this.operator.get(ALL + "?limit=3&sort=createdAt");
		Calls.Answer second = this.operator.get(ALL + "?limit=3&sort=createdAt&cursor=" + first.text("nextCursor"));
		assertThat(Stream.concat(ids(first).stream(), ids(second).stream())).containsExactlyElementsOf(all);
	}

	@Test
	void deliversManyAgainAndAnswersForEach() {
		this.system.answer(422, "");
		Consultation parked = submitted();
		this.system.work();
		Consultation delivered = submitted();
		this.system.answer(503, "");
		Consultation pending = submitted();
		UUID unknown = UUID.randomUUID();

		JsonNode items = this.operator
			.post(ALL + "/redeliveries",
					Map.of("ids", List.of(idOf(parked), idOf(delivered), idOf(pending), unknown.toString())))
			.is(200)
			.body()
			.path("items");
		assertThat(
				items.valueStream().map((item) -> item.path("id").asString() + " " + item.path("outcome").asString()))
			.containsExactlyInAnyOrder(idOf(parked) + " REDELIVERED", idOf(delivered) + " REDELIVERED",
					idOf(pending) + " NOT_REDELIVERABLE", unknown + " NOT_FOUND");
		assertThat(redeliveriesAudited(parked)).isOne();
		assertThat(redeliveriesAudited(pending)).isZero();
	}

	@Test
	void redeliversForTheApplicantsSideAlone() {
		UUID id = this.applicants.deliveryOf(submitted()).id();
		Calls center = in(this.applicants.center().id(), "consultation-delivery:write");
		assertThat(outcomeOf(center, id)).isEqualTo("NOT_FOUND");
	}

	@Test
	void takesFiveHundredAtMostAndOneAtLeast() {
		List<UUID> many = Stream.generate(UUID::randomUUID).limit(501).toList();
		this.operator.post(ALL + "/redeliveries", Map.of("ids", many)).is(422).blames("/ids", "size");
		this.operator.post(ALL + "/redeliveries", Map.of("ids", List.of())).is(422).blames("/ids", "size");
		this.operator.post(ALL + "/redeliveries", Map.of("ids", many.subList(0, 500))).is(200);
	}

	private Consultation submitted() {
		Consultation consultation = this.applicants.submit(this.applicant);
		this.worker.deliverDue();
		return consultation;
	}

	private String idOf(Consultation consultation) {
		return this.applicants.deliveryOf(consultation).id().toString();
	}

	private static String pathOf(Consultation consultation) {
		return "/api/v1/consultations/" + consultation.id() + "/deliveries";
	}

	private static List<String> ids(Calls.Answer answer) {
		return answer.is(200).body().path("items").valueStream().map((item) -> item.path("id").asString()).toList();
	}

	private static String outcomeOf(Calls caller, UUID id) {
		return caller.post(ALL + "/redeliveries", Map.of("ids", List.of(id)))
			.is(200)
			.body()
			.path("items")
			.get(0)
			.path("outcome")
			.asString();
	}

	private long redeliveriesAudited(Consultation consultation) {
		return this.jdbc.sql("""
				select count(*) from audit_event where action = 'consultation:redeliver' and resource_id = :id""")
			.param("id", consultation.id().toString())
			.query(Long.class)
			.single();
	}

}

package cn.yigongti.platform.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;

import cn.yigongti.platform.audit.AuditEntry;
import cn.yigongti.platform.audit.AuditTrail;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.test.ServiceTest;
import cn.yigongti.platform.test.TestTokens;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@ServiceTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class AuditTests {

	private static final String ALL_OF_IT = "\"scope\":{\"all\":true,\"organizations\":[],\"consortia\":[],\"regions\":[]}";

	private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

	private final RestTestClient http;

	private final JdbcClient jdbc;

	private final AuditTrail audit;

	private final UUID user = UUID.randomUUID();

	private final UUID organization = UUID.randomUUID();

	private final UUID consortium = UUID.randomUUID();

	AuditTests(RestTestClient http, JdbcClient jdbc, AuditTrail audit) {
		this.http = http;
		this.audit = audit;
		this.jdbc = jdbc;
	}

	@Test
	void tellsWhoDidWhatFromWhereAndWhen() {
		write(writer(), UUID.randomUUID().toString());
		Map<String, Object> entry = entries().getFirst();
		assertThat(entry).containsEntry("caller_kind", "USER")
			.containsEntry("organization_id", this.organization)
			.containsEntry("consortium_id", this.consortium)
			.containsEntry("region_code", "500229")
			.containsEntry("action", "note:write")
			.containsEntry("resource", "note")
			.containsEntry("result", "SUCCESS")
			.containsEntry("origin", "203.0.113.7")
			.containsEntry("trace_id", TRACE);
		assertThat(entry.get("at")).isNotNull();
		assertThat(String.valueOf(entry.get("resident_hash"))).hasSize(43);
	}

	@Test
	void writesNothingASecondTimeWhenARequestIsSentAgain() {
		String key = UUID.randomUUID().toString();
		write(writer(), key);
		write(writer(), key);
		assertThat(entries()).hasSize(1);
	}

	@Test
	void writesNothingOfWhatFailed() {
		this.http.post()
			.uri("/notes")
			.header("Authorization", writer())
			.contentType(MediaType.APPLICATION_JSON)
			.body("{\"text\":\"fail\",\"weight\":1}")
			.exchange()
			.expectStatus()
			.isEqualTo(500);
		assertThat(entries()).isEmpty();
	}

	@Test
	void writesOnThePrimaryWhatIsReadOnTheStandby() {
		Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.untilAsserted(() -> this.http.get()
				.uri("/notes/audited-server")
				.header("Authorization", writer())
				.exchange()
				.expectStatus()
				.isOk()
				.expectBody()
				.jsonPath("$.standby")
				.isEqualTo(true));
		assertThat(entries()).extracting((entry) -> entry.get("action")).containsOnly("note:read");
	}

	@Test
	void tellsWhatSomebodyWasNotAllowed() {
		this.http.get()
			.uri("/notes/" + this.user)
			.header("Authorization", bearer("note:other"))
			.exchange()
			.expectStatus()
			.isForbidden();
		assertThat(entries()).singleElement()
			.satisfies((entry) -> assertThat(entry).containsEntry("action", "note:read")
				.containsEntry("resource", "GET /notes/{id}")
				.containsEntry("resource_id", this.user.toString())
				.containsEntry("result", "DENIED")
				.containsEntry("reason", "permission-missing [note:read]"));
	}

	@Test
	void tellsWhatWasThereButOutOfScopeForSomebodyWhoIsNotTold() {
		this.http.get()
			.uri("/notes/foreign/" + this.user)
			.header("Authorization", writer())
			.exchange()
			.expectStatus()
			.isNotFound()
			.expectBody()
			.jsonPath("$.code")
			.isEqualTo("not-found");
		this.http.get()
			.uri("/notes/" + this.user)
			.header("Authorization", writer())
			.exchange()
			.expectStatus()
			.isNotFound();
		assertThat(entries()).singleElement()
			.satisfies((entry) -> assertThat(entry).containsEntry("result", "DENIED")
				.containsEntry("reason", "out-of-scope"));
	}

	@Test
	void isNotFloodedByDenials() {
		String stranger = bearer("note:other");
		IntStream.range(0, 60)
			.parallel()
			.forEach((i) -> this.http.get()
				.uri("/notes")
				.header("Authorization", stranger)
				.exchange()
				.expectStatus()
				.isForbidden());
		assertThat(entries()).hasSizeBetween(1, 20);
	}

	@Test
	void doesNotBelieveWhatStrangersSayOfTheirAddress() {
		this.http.post()
			.uri("/notes")
			.header("Authorization", writer())
			.header("X-Forwarded-For", "somewhere else")
			.contentType(MediaType.APPLICATION_JSON)
			.body("{\"text\":\"a\",\"weight\":1}")
			.exchange();
		assertThat(entries().getFirst().get("origin")).isEqualTo("127.0.0.1");
	}

	@Test
	void isFoundByResidentWithoutTheirNumberInAnAddress() {
		write(writer(), UUID.randomUUID().toString());
		assertThat(found("\"residentIdNumber\":\"50022919000101001x\",\"caller\":\"" + this.user + "\"", everywhere()))
			.isOne();
		assertThat(found("\"residentIdNumber\":\"500235190001010024\",\"caller\":\"" + this.user + "\"", everywhere()))
			.isZero();
	}

	@Test
	void showsAnAuditorNoMoreThanTheirScope() {
		write(writer(), UUID.randomUUID().toString());
		String mine = "\"caller\":\"" + this.user + "\"";
		assertThat(found(mine, auditor().mayInConsortium(this.consortium, "audit-event:read"))).isOne();
		assertThat(found(mine, auditor().mayInRegion("5002", "audit-event:read"))).isOne();
		assertThat(found(mine, auditor().mayInOrganization(this.organization, "audit-event:read"))).isOne();
		assertThat(found(mine, auditor().mayInConsortium(UUID.randomUUID(), "audit-event:read"))).isZero();
		assertThat(found(mine, auditor().mayInRegion("5003", "audit-event:read"))).isZero();
	}

	@Test
	void goesOnBehindAnEntry() {
		write(writer(), UUID.randomUUID().toString());
		write(writer(), UUID.randomUUID().toString());
		Map<String, Object> latest = entries().getLast();
		String at = ((Timestamp) Objects.requireNonNull(latest.get("at"))).toInstant().toString();
		assertThat(found("\"caller\":\"%s\",\"position\":{\"at\":\"%s\",\"id\":\"%s\"}".formatted(this.user, at,
				latest.get("id")), everywhere()))
			.isOne();
	}

	@Test
	void isSealedBySomeReplicaWithinMoments() {
		write(writer(), UUID.randomUUID().toString());
		Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.untilAsserted(() -> assertThat(this.jdbc
				.sql("select count(*) from audit_seal s join audit_event e on e.id = s.event_id where e.caller = ?")
				.param(this.user.toString())
				.query(Long.class)
				.single()).isOne());
		this.http.get()
			.uri("/api/v1/service-audit-events/verification")
			.header("Authorization", everywhere().bearer())
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.intact")
			.isEqualTo(true);
	}

	@Test
	void isVerifiedForWhoMaySeeAllOfIt() {
		this.http.get()
			.uri("/api/v1/service-audit-events/verification")
			.header("Authorization", auditor().mayInConsortium(this.consortium, "audit-event:read").bearer())
			.exchange()
			.expectStatus()
			.isForbidden();
	}

	@Test
	void takesAndAnswersWhatTheServiceThatAsksWasTold() throws IOException {
		lookUp(contract("audit-lookup.json").toString(), everywhere());
		this.audit.record(
				AuditEntry
					.of(new Caller(this.user.toString(), Caller.Kind.USER, this.organization, this.consortium, true,
							List.of()), "note:read", "note")
					.on(this.user)
					.because("because")
					.counting(2));
		JsonNode promised = contract("audit-event.json");
		JsonNode answered = lookUp(
				"{\"caller\":\"%s\",\"limit\":1,\"ascending\":false,%s}".formatted(this.user, ALL_OF_IT), everywhere())
			.path("items")
			.get(0);
		assertThat(answered.propertyNames()).isSubsetOf(promised.propertyNames());
		// This one came from no request.
		assertThat(promised.propertyNames()).filteredOn((name) -> !answered.has(name)).isSubsetOf("origin", "traceId");
		assertThat(answered.propertyNames())
			.allMatch((name) -> answered.path(name).getNodeType() == promised.path(name).getNodeType());
	}

	private static JsonNode contract(String name) throws IOException {
		return JsonMapper.shared().readTree(Files.readString(Path.of("..", "contracts", "every-service", name)));
	}

	private int found(String filter, TestTokens auditor) {
		return lookUp("{%s,\"limit\":50,\"ascending\":false,%s}".formatted(filter, ALL_OF_IT), auditor).path("items")
			.size();
	}

	private JsonNode lookUp(String body, TestTokens auditor) {
		byte[] answer = Objects.requireNonNull(this.http.post()
			.uri("/api/v1/service-audit-events/lookups")
			.header("Authorization", auditor.bearer())
			.contentType(MediaType.APPLICATION_JSON)
			.body(body)
			.exchange()
			.expectStatus()
			.isOk()
			.returnResult(byte[].class)
			.getResponseBody());
		return JsonMapper.shared().readTree(answer);
	}

	private void write(String writer, String key) {
		this.http.post()
			.uri("/notes")
			.header("Authorization", writer)
			.header("Idempotency-Key", key)
			.header("X-Forwarded-For", "203.0.113.7")
			.header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
			.contentType(MediaType.APPLICATION_JSON)
			.body("{\"text\":\"a\",\"weight\":1}")
			.exchange()
			.expectStatus()
			.isCreated();
	}

	private String writer() {
		return bearer("note:read", "note:write");
	}

	private String bearer(String... permissions) {
		return TestTokens.user(this.user)
			.of(this.organization)
			.in(this.consortium)
			.claim("region_code", "500229")
			.mayEverywhere(permissions)
			.bearer();
	}

	private static TestTokens auditor() {
		return TestTokens.service("iam-service");
	}

	private static TestTokens everywhere() {
		return auditor().mayEverywhere("audit-event:read");
	}

	private List<Map<String, Object>> entries() {
		return this.jdbc.sql("select * from audit_event where caller = ? order by at, id")
			.param(this.user.toString())
			.query()
			.listOfRows();
	}

}

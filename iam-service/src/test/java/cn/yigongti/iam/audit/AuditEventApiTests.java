package cn.yigongti.iam.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import cn.yigongti.iam.testing.Api;
import cn.yigongti.iam.testing.Api.Answer;
import cn.yigongti.iam.testing.IamTest;
import cn.yigongti.platform.audit.AuditEntry;
import cn.yigongti.platform.audit.AuditTrail;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.test.TestTokens;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

/** With one other service that answers, and two that don't. */
@IamTest
class AuditEventApiTests {

	private static final String LOOKUPS = "/api/v1/service-audit-events/lookups";

	private static final WireMockServer CONSULTATION = new WireMockServer(
			wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));

	private static final Instant PAST = Instant.parse("2001-01-01T00:00:00.000001Z");

	private static final Instant FUTURE = Instant.parse("2999-01-01T00:00:00Z");

	private final AuditTrail audit;

	private final JdbcClient jdbc;

	private final int port;

	private final String caller = UUID.randomUUID().toString();

	private final UUID consortium = UUID.randomUUID();

	private final UUID auditor = UUID.randomUUID();

	@Autowired
	AuditEventApiTests(AuditTrail audit, JdbcClient jdbc, @LocalServerPort int port) {
		this.audit = audit;
		this.jdbc = jdbc;
		this.port = port;
	}

	@DynamicPropertySource
	static void peers(DynamicPropertyRegistry registry) {
		CONSULTATION.start();
		registry.add("yigongti.iam.service-clients.consultation-service", () -> "secret");
		registry.add("spring.cloud.discovery.client.simple.instances.consultation-service[0].uri",
				CONSULTATION::baseUrl);
	}

	@AfterAll
	static void stop() {
		CONSULTATION.stop();
	}

	@BeforeEach
	void record() {
		CONSULTATION.resetAll();
		answer(post(urlEqualTo(LOOKUPS)).withRequestBody(matchingJsonPath("$.position", absent())), event(FUTURE),
				event(PAST));
		Caller somebody = new Caller(this.caller, Caller.Kind.USER, null, this.consortium, "500229", true, List.of());
		this.audit
			.record(AuditEntry.of(somebody, "user:unlock", "user").about(this.audit.resident("500229190001010019")));
	}

	@Test
	void mergesTheTrailsOfAllServicesByTime() {
		Answer answer = auditor().get("/api/v1/audit-events?caller=" + this.caller).expect(200);
		assertThat(services(answer)).containsExactly("consultation-service", "iam-service", "consultation-service");
		assertThat(answer.body().path("total").asLong()).isEqualTo(3);
		assertThat(answer.body().path("nextCursor").isNull()).isTrue();
		assertThat(answer.body().path("items").get(1).path("action").asString()).isEqualTo("user:unlock");
	}

	@Test
	void beginsWithTheOldestWhenAskedTo() {
		answer(post(urlEqualTo(LOOKUPS)).withRequestBody(matchingJsonPath("$[?(@.ascending == true)]")), event(PAST),
				event(FUTURE));
		Answer answer = auditor().get("/api/v1/audit-events?sort=at&caller=" + this.caller).expect(200);
		assertThat(answer.body().path("items").get(0).path("at").asString()).isEqualTo(PAST.toString());
	}

	@Test
	void saysWhichServicesAreMissing() {
		Answer answer = auditor().get("/api/v1/audit-events?caller=" + this.caller).expect(200);
		assertThat(answer.body().path("unavailable").valueStream().map(JsonNode::asString))
			.containsExactly("org-service", "referral-service");
		Answer own = auditor().get("/api/v1/audit-events?service=iam-service&caller=" + this.caller).expect(200);
		assertThat(own.body().path("unavailable").isEmpty()).isTrue();
		assertThat(services(own)).containsExactly("iam-service");
	}

	@Test
	void goesOnInEachTrailBehindTheLastEventShown() {
		String path = "/api/v1/audit-events?limit=2&caller=" + this.caller;
		Answer first = auditor().get(path).expect(200);
		assertThat(services(first)).containsExactly("consultation-service", "iam-service");
		JsonNode last = first.body().path("items").get(1);
		answer(post(urlEqualTo(LOOKUPS))
			.withRequestBody(matchingJsonPath("$[?(@.position.id == '%s')]".formatted(last.path("id").asString())))
			.withRequestBody(matchingJsonPath("$[?(@.position.at == '%s')]".formatted(last.path("at").asString()))),
				event(PAST));
		Answer second = auditor().get(path + "&cursor=" + first.text("nextCursor")).expect(200);
		assertThat(services(second)).containsExactly("consultation-service");
		assertThat(second.body().path("nextCursor").isNull()).isTrue();
	}

	@Test
	void looksForAResidentWithoutTheirNumberInAnyAddress() {
		String number = "500229190001010019";
		Answer answer = auditor()
			.post("/api/v1/audit-events/lookups",
					"{\"idNumber\":\"%s\",\"caller\":\"%s\"}".formatted(number, this.caller))
			.expect(200);
		assertThat(services(answer)).contains("iam-service");
		CONSULTATION.verify(postRequestedFor(urlEqualTo(LOOKUPS))
			.withRequestBody(matchingJsonPath("$[?(@.residentIdNumber == '%s')]".formatted(number))));
		assertThat(searches()).singleElement()
			.satisfies(
					(entry) -> assertThat(entry).containsEntry("resident_hash", this.audit.resident(number).value()));
		Answer other = auditor()
			.post("/api/v1/audit-events/lookups?limit=1",
					"{\"idNumber\":\"500235190001010024\",\"service\":\"iam-service\"}")
			.expect(200);
		assertThat(other.body().path("items").isEmpty()).isTrue();
	}

	@Test
	void asksServicesOnlyWhatTheyPromiseToTake() {
		auditor().post("/api/v1/audit-events/lookups", "{\"idNumber\":\"500229190001010019\"}").expect(200);
		JsonNode asked = JsonMapper.shared()
			.readTree(CONSULTATION.getAllServeEvents().getFirst().getRequest().getBodyAsString());
		assertThat(asked.propertyNames()).isSubsetOf(contract("audit-lookup.json").propertyNames());
		assertThat(asked.path("scope").propertyNames())
			.containsExactlyInAnyOrderElementsOf(contract("audit-lookup.json").path("scope").propertyNames());
	}

	@Test
	void looksNoFurtherThanTheReadersScope() {
		Api reader = new Api(this.port,
				TestTokens.user(this.auditor).mayInConsortium(this.consortium, "audit-event:read").bearer());
		reader.get("/api/v1/audit-events?caller=" + this.caller).expect(200);
		CONSULTATION.verify(
				postRequestedFor(urlEqualTo(LOOKUPS)).withRequestBody(matchingJsonPath("$[?(@.scope.all == false)]"))
					.withRequestBody(matchingJsonPath("$.scope.consortia[?(@ == '%s')]".formatted(this.consortium))));
		Api stranger = new Api(this.port,
				TestTokens.user(this.auditor).mayInConsortium(UUID.randomUUID(), "audit-event:read").bearer());
		assertThat(services(stranger.get("/api/v1/audit-events?service=iam-service&caller=" + this.caller).expect(200)))
			.isEmpty();
	}

	@Test
	void recordsWhoSearched() {
		auditor().get("/api/v1/audit-events?caller=" + this.caller).expect(200);
		assertThat(searches()).singleElement()
			.satisfies((entry) -> assertThat(entry).containsEntry("items", 3).containsEntry("result", "SUCCESS"));
	}

	@Test
	void tellsOfEachServiceWhetherItsTrailIsIntact() {
		UUID broken = UUID.randomUUID();
		CONSULTATION.stubFor(get(urlPathEqualTo("/api/v1/service-audit-events/verification")).willReturn(okJson("""
				{"intact":false,"from":1,"to":6,"seal":"6:x","flaw":{"kind":"CHANGED","number":7,"entryId":"%s"}}"""
			.formatted(broken))));
		Answer answer = auditor().get("/api/v1/audit-events/verification").expect(200);
		assertThat(answer.body().path("intact").asBoolean()).isFalse();
		assertThat(answer.body().path("unavailable").valueStream().map(JsonNode::asString))
			.containsExactly("org-service", "referral-service");
		JsonNode consultation = answer.body().path("services").get(0);
		assertThat(consultation.path("flaw").asString()).isEqualTo("CHANGED");
		assertThat(consultation.path("brokenNumber").asLong()).isEqualTo(7);
		assertThat(consultation.path("brokenId").asString()).isEqualTo(broken.toString());
		assertThat(answer.body().path("services").get(1).path("intact").asBoolean()).isTrue();
		new Api(this.port, TestTokens.user().mayInConsortium(this.consortium, "audit-event:read").bearer())
			.get("/api/v1/audit-events/verification")
			.refused(403, "permission-missing");
	}

	private Api auditor() {
		return new Api(this.port, TestTokens.user(this.auditor).mayEverywhere("audit-event:read").bearer());
	}

	private List<Map<String, Object>> searches() {
		return this.jdbc.sql("select * from audit_event where caller = ? and action = 'audit-event:read' order by at")
			.param(this.auditor.toString())
			.query()
			.listOfRows();
	}

	private static List<String> services(Answer answer) {
		return answer.body().path("items").valueStream().map((item) -> item.path("service").asString()).toList();
	}

	/** As every service promises to answer. */
	private ObjectNode event(Instant at) {
		return ((ObjectNode) contract("audit-event.json")).put("id", UUID.randomUUID().toString())
			.put("at", at.toString())
			.put("caller", this.caller);
	}

	private static JsonNode contract(String name) {
		try {
			return JsonMapper.shared().readTree(Files.readString(Path.of("..", "contracts", "every-service", name)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void answer(MappingBuilder request, JsonNode... events) {
		CONSULTATION.stubFor(request.willReturn(okJson(JsonMapper.shared()
			.writeValueAsString(Map.of("items", Stream.of(events).toList(), "total", events.length)))));
	}

}

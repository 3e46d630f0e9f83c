package cn.yigongti.org.openwork;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import cn.yigongti.org.Api;
import cn.yigongti.org.Api.Answer;
import cn.yigongti.org.WorkService;
import cn.yigongti.platform.test.ServiceTest;
import cn.yigongti.platform.test.TestTokens;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** An organization closes when those who have work under way for it have none left. */
@ServiceTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class ClosureTests {

	private final RestTestClient http;

	private final Api api;

	private final WorkService referrals;

	private final WorkService consultations;

	private final CircuitBreakerRegistry breakers;

	private final JdbcClient jdbc;

	private final String county = Api.newCounty();

	private final UUID centre;

	private final String path;

	/** With a client that doesn't wait and try again when it is told to. */
	ClosureTests(@LocalServerPort int port, WorkService referrals, WorkService consultations,
			CircuitBreakerRegistry breakers, JdbcClient jdbc) {
		this.http = RestTestClient.bindToServer(new JdkClientHttpRequestFactory())
			.baseUrl("http://127.0.0.1:" + port)
			.build();
		this.api = Api.administrator(this.http);
		this.referrals = referrals;
		this.consultations = consultations;
		this.breakers = breakers;
		this.jdbc = jdbc;
		this.centre = this.api.townshipCentre(this.county, "102");
		this.path = "/organizations/" + this.centre;
	}

	@AfterEach
	void closeBreaker() {
		this.breakers.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
	}

	@Test
	void closesWhenNothingIsOpen() {
		assertThat(close("2025-06-01", null).expect(200).path("closedOn").asString()).isEqualTo("2025-06-01");
		assertThat(this.referrals.asked(this.centre)).isOne();
		assertThat(audited()).containsExactly("organization:close 撤并");
	}

	@ParameterizedTest
	@CsvSource({ "3, 1", "0, 2", "4, 0" })
	void tellsHowMuchIsOpenAndStaysOpen(int asSource, int asTarget) {
		this.referrals.open(this.centre, asSource, asTarget);
		JsonNode problem = close("2025-06-01", null).expect(409, "open-work");
		assertThat(problem.path("openWork").size()).isOne();
		JsonNode work = problem.path("openWork").get(0);
		assertThat(work.propertyNames()).containsExactlyInAnyOrder("service", "asSource", "asTarget");
		assertThat(work.path("service").asString()).isEqualTo("referral");
		assertThat(work.path("asSource").asInt()).isEqualTo(asSource);
		assertThat(work.path("asTarget").asInt()).isEqualTo(asTarget);
		assertThat(closedOn()).isEmpty();
		assertThat(audited()).isEmpty();
	}

	@Test
	void asksEveryOwnerOfWork() {
		this.referrals.open(this.centre, 1, 0);
		this.consultations.open(this.centre, 0, 2);
		JsonNode problem = close("2025-06-01", null).expect(409, "open-work");
		assertThat(problem.path("openWork").valueStream().map((work) -> work.path("service").asString()))
			.containsExactlyInAnyOrder("referral", "consultation");
		this.referrals.open(this.centre, 0, 0);
		close("2025-06-01", null).expect(409, "open-work");
		this.consultations.answer(this.centre, 500, "");
		notNow(close("2025-06-01", true));
		this.consultations.open(this.centre, 0, 0);
		close("2025-06-01", null).expect(200);
	}

	@Test
	void refusesADayFarAheadToo() {
		this.referrals.open(this.centre, 1, 0);
		close(LocalDate.now(ZoneOffset.UTC).plusYears(3).toString(), false).expect(409, "open-work");
	}

	@Test
	void closesByForceAndKeepsThatItWasForced() {
		this.referrals.open(this.centre, 3, 1);
		close("2025-06-01", true).expect(200);
		assertThat(closedOn()).isEqualTo("2025-06-01");
		assertThat(audited()).containsExactly("organization:force-close 撤并 [referral: 3 as source, 1 as target]");
	}

	@Test
	void forcesNothingThatClosesAnyway() {
		close("2025-06-01", true).expect(200);
		assertThat(audited()).containsExactly("organization:close 撤并");
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void needsAReason(boolean force) {
		assertThat(
				this.api.post(this.path + "/closure", Map.of("closedOn", "2025-06-01", "force", force)).fieldProblem())
			.isEqualTo("/reason not-blank");
	}

	@Test
	void helpsByForceAgainstNothingElse() {
		this.api.clinic(this.county + "102201", this.centre);
		this.referrals.open(this.centre, 1, 1);
		close("2025-06-01", true).expect(409, "has-open-children");
		close("2025-06-01", null).expect(409, "has-open-children");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					500 | {"items":[{"organizationId":"ID","asSource":0,"asTarget":0}]}
					503 | {"code":"dependency-unavailable"}
					403 | {"code":"permission-missing"}
					404 | {"code":"not-found"}
					401 | {}
					302 | {}
					204 | ''
					200 | ''
					200 | <html>
					200 | null
					200 | []
					200 | {}
					200 | {"items":null}
					200 | {"items":[]}
					200 | {"items":[null]}
					200 | {"items":[{"organizationId":"ID"}]}
					200 | {"items":[{"organizationId":"ID","asSource":null,"asTarget":0}]}
					200 | {"items":[{"organizationId":"ID","asSource":"many","asTarget":0}]}
					200 | {"items":[{"organizationId":"ID","asSource":-1,"asTarget":0}]}
					200 | {"items":[{"asSource":0,"asTarget":0}]}
					200 | {"items":[{"organizationId":"019a9f30-5c00-7000-8000-000000000001","asSource":0,"asTarget":0}]}
					200 | {"items":[{"organizationId":"ID","asSource":0,"asTarget":0},{"organizationId":"ID","asSource":1,"asTarget":0}]}
					""")
	void waitsForAClearAnswer(int status, String body) {
		this.referrals.answer(this.centre, status, body.replace("ID", this.centre.toString()));
		notNow(close("2025-06-01", null));
		notNow(close("2025-06-01", true));
	}

	@Test
	void waitsForASilentOwnerNoLongerThanItsTimeLimit() {
		CountDownLatch done = new CountDownLatch(1);
		this.referrals.behave(this.centre, (_) -> sleep(done));
		notNow(close("2025-06-01", true));
		done.countDown();
	}

	@Test
	void waitsWithoutHoldingTheOrganization() throws Exception {
		CountDownLatch asked = new CountDownLatch(1);
		CountDownLatch done = new CountDownLatch(1);
		this.referrals.behave(this.centre, (exchange) -> {
			asked.countDown();
			sleep(done);
			exchange.sendResponseHeaders(500, -1);
		});
		Thread closing = Thread.startVirtualThread(() -> close("2025-06-01", null));
		assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
		assertThat(this.jdbc.sql("select id from organization where id = :id for update nowait")
			.param("id", this.centre)
			.query(UUID.class)
			.list()).hasSize(1);
		done.countDown();
		closing.join();
	}

	@Test
	void asksNobodyForWhoMayNotCloseItOrClosesItTwice() {
		Api stranger = Api.of(this.http,
				TestTokens.user().mayInOrganization(UUID.randomUUID(), "organization:write", "organization:read"));
		stranger.post(this.path + "/closure", Map.of("closedOn", "2025-06-01", "reason", "x")).expect(404, "not-found");
		assertThat(this.referrals.asked(this.centre)).isZero();
		close("2025-06-01", null).expect(200);
		close("2025-06-01", null).expect(409, "already-closed");
		assertThat(this.referrals.asked(this.centre)).isOne();
	}

	@Test
	void happensOnceWhenItIsSentAgain() {
		this.referrals.open(this.centre, 1, 1);
		String key = UUID.randomUUID().toString();
		Api again = new Api(this.http.mutate().defaultHeader("Idempotency-Key", key).build(), this.api.bearer());
		Map<String, Object> body = body("2025-06-01", null);
		again.post(this.path + "/closure", body).expect(409, "open-work");
		this.referrals.open(this.centre, 0, 0);
		Answer first = again.post(this.path + "/closure", body);
		Answer second = again.post(this.path + "/closure", body);
		assertThat(second.expect(200)).isEqualTo(first.expect(200));
		assertThat(second.headers().getFirst("Idempotent-Replay")).isEqualTo("true");
		assertThat(audited()).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "PUT", "PATCH" })
	void asksTheSameWhenAClosingDateIsWritten(String method) {
		this.referrals.open(this.centre, 2, 0);
		write(method, "2025-06-01").expect(409, "open-work");
		this.referrals.answer(this.centre, 500, "");
		notNow(write(method, "2025-06-01"));
		this.referrals.open(this.centre, 0, 0);
		assertThat(write(method, "2025-06-01").expect(200).path("closedOn").asString()).isEqualTo("2025-06-01");
	}

	@ParameterizedTest
	@ValueSource(strings = { "PUT", "PATCH" })
	void asksWhenAClosingDateIsBroughtForwardAndNotWhenItIsPutOff(String method) {
		close("2025-06-01", null).expect(200);
		this.referrals.open(this.centre, 0, 1);
		long asked = this.referrals.asked(this.centre);
		write(method, "2025-07-01").expect(200);
		write(method, "2025-07-01").expect(200);
		assertThat(this.referrals.asked(this.centre)).isEqualTo(asked);
		write(method, "2025-06-30").expect(409, "open-work");
		assertThat(closedOn()).isEqualTo("2025-07-01");
	}

	@Test
	void asksNobodyWhenItOpensAgainOrIsChangedOtherwise() {
		close("2025-06-01", null).expect(200);
		this.referrals.answer(this.centre, 500, "");
		this.api.patch(this.path, "*", Map.of("phone", "023-59000000")).expect(200);
		this.api.patch(this.path, "*", "{\"closedOn\":null}").expect(200);
		assertThat(closedOn()).isEmpty();
	}

	@Test
	void asksNobodyForAStaleChange() {
		String stale = this.api.get(this.path).etag();
		this.api.patch(this.path, stale, Map.of("phone", "023-59000000")).expect(200);
		this.api.patch(this.path, stale, Map.of("closedOn", "2025-06-01")).expect(412, "stale-version");
		assertThat(this.referrals.asked(this.centre)).isZero();
	}

	@Test
	void saysInEnglishWhatStandsInTheWay() {
		this.referrals.open(this.centre, 1, 0);
		JsonNode problem = this.api.inEnglish()
			.post(this.path + "/closure", body("2025-06-01", null))
			.expect(409, "open-work");
		assertThat(problem.path("title").asString()).isEqualTo("The organization has open work");
	}

	private static void notNow(Answer answer) {
		answer.expect(503, "dependency-unavailable");
		assertThat(answer.headers().getFirst("Retry-After")).isEqualTo("5");
	}

	private Answer close(String closedOn, @Nullable Boolean force) {
		return this.api.post(this.path + "/closure", body(closedOn, force));
	}

	private static Map<String, Object> body(String closedOn, @Nullable Boolean force) {
		Map<String, Object> body = new HashMap<>(Map.of("closedOn", closedOn, "reason", "撤并"));
		if (force != null) {
			body.put("force", force);
		}
		return body;
	}

	private Answer write(String method, String closedOn) {
		if (method.equals("PATCH")) {
			return this.api.patch(this.path, "*", Map.of("closedOn", closedOn));
		}
		return this.api.put(this.path, "*",
				Api.organization(this.county + "102", "type", "C220", "name", "卫生院", "closedOn", closedOn));
	}

	private String closedOn() {
		return this.api.get(this.path).expect(200).path("closedOn").asString("");
	}

	private List<String> audited() {
		return this.jdbc.sql("""
				select action || ' ' || reason from audit_event
				where resource_id = :id and action in ('organization:close', 'organization:force-close') order by at""")
			.param("id", this.centre.toString())
			.query(String.class)
			.list();
	}

	private static void sleep(CountDownLatch until) {
		try {
			until.await(1, TimeUnit.DAYS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}

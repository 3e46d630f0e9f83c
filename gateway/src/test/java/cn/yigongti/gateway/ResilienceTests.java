package cn.yigongti.gateway;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import cn.yigongti.gateway.running.Answer;
import cn.yigongti.gateway.running.Browser;
import cn.yigongti.gateway.running.RunningGateway;
import cn.yigongti.gateway.running.StubService;
import cn.yigongti.gateway.running.StubService.Request;
import cn.yigongti.gateway.running.TakenPort;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.awaitility.Awaitility.await;

@ExtendWith(OutputCaptureExtension.class)
class ResilienceTests {

	private static final String INSTANCES = "spring.cloud.discovery.client.simple.instances.";

	private static final TakenPort nobody = new TakenPort();

	private static final TakenPort later = new TakenPort();

	private static final RunningGateway gateway = RunningGateway.with("yigongti.gateway.breaker.window=4",
			"yigongti.gateway.breaker.minimum-calls=4", "yigongti.gateway.breaker.pause=200ms",
			"yigongti.gateway.routes.iam.response-timeout=500ms",
			"yigongti.gateway.routes.consultations.response-timeout=500ms",
			INSTANCES + "org-service[0].uri=http://127.0.0.1:" + later.number(),
			INSTANCES + "dashboard-service[0].uri=http://127.0.0.1:" + nobody.number(),
			INSTANCES + "referral-service[1].uri=http://127.0.0.1:" + nobody.number());

	private final Browser browser = gateway.browser("user-1");

	@AfterAll
	static void stop() {
		gateway.close();
		nobody.release();
		later.release();
	}

	@BeforeEach
	void forget() {
		RunningGateway.SERVICES.stream()
			.filter((name) -> !name.equals("iam-service"))
			.forEach((name) -> gateway.service(name).forget());
	}

	@Test
	void saysThatAServiceIsNotThere() {
		Answer answer = this.browser.get("/api/v1/dashboard/overview").isProblem(503, "dependency-unavailable");
		assertThat(answer.header("Retry-After")).isEqualTo("5");
	}

	@Test
	void saysThatDiscoveryKnowsNoInstance() {
		try (RunningGateway forgotten = RunningGateway.with("yigongti.gateway.routes.extra.service=nobody-service",
				"yigongti.gateway.routes.extra.paths=/api/v1/extra")) {
			forgotten.browser("user-1").get("/api/v1/extra").isProblem(503, "dependency-unavailable");
		}
	}

	@Test
	void saysThatAServiceTakesTooLong() {
		gateway.service("consultation-service").answer("/api/v1/consultations", (_, _) -> Mono.never());
		this.browser.get("/api/v1/consultations").isProblem(504, "dependency-timeout");
	}

	@Test
	void givesUpOnAnAnswerThatStops(CapturedOutput output) {
		try (RunningGateway hasty = RunningGateway.with(allTimeouts("500ms"))) {
			hasty.service("consultation-service")
				.answer("/api/v1/consultations/export",
						(_, response) -> response
							.sendString(Flux.concat(Flux.just("first part"), Flux.<String>never()),
									StandardCharsets.UTF_8)
							.then());
			assertThatException()
				.isThrownBy(() -> hasty.browser("user-1").get("/api/v1/consultations/export?q=ZhangSan"));
			await()
				.untilAsserted(() -> assertThat(output).contains("consultation-exports did not complete its answer"));
			assertThat(output).doesNotContain("ZhangSan");
		}
	}

	@Test
	void asksTheNextInstanceWhenReading() {
		for (int i = 0; i < 6; i++) {
			assertThat(this.browser.get("/api/v1/referrals").status()).isEqualTo(200);
		}
		assertThat(gateway.service("referral-service").requests()).hasSize(6);
	}

	@Test
	void doesNotWriteTwice() {
		int answered = 0;
		for (int i = 0; i < 6; i++) {
			Answer answer = this.browser.post("/api/v1/referral-events", "{}");
			answered += (answer.status() == 200) ? 1 : 0;
		}
		assertThat(gateway.service("referral-service").requests()).hasSize(answered);
		assertThat(answered).isLessThan(6);
	}

	@Test
	void doesNotReadAgainWhatAServiceFailedToAnswer() {
		gateway.service("consultation-service")
			.answer("/api/v1/consultation-centers", (_, response) -> StubService.hangUp(response));
		this.browser.get("/api/v1/consultation-centers").isProblem(503, "dependency-unavailable");
		assertThat(gateway.service("consultation-service").requests()).hasSize(1);
	}

	@Test
	void stopsCallingAServiceThatIsNotThereAndNoticesWhenItIsBack() {
		for (int i = 0; i < 4; i++) {
			this.browser.post("/api/v1/organizations", "{}").isProblem(503, "dependency-unavailable");
		}
		assertThat(gateway.browser().get("/actuator/prometheus").body()).contains(
				"resilience4j_circuitbreaker_state{application=\"gateway\",name=\"organizations\",state=\"open\"} 1")
			.contains("resilience4j_circuitbreaker_state{application=\"gateway\",name=\"records\",state=\"closed\"} 1");
		try (StubService back = StubService.startOn("org-service", later.release())) {
			await().until(() -> this.browser.post("/api/v1/organizations", "{}").status() == 200);
			assertThat(back.requests()).extracting(Request::path).containsOnly("/api/v1/organizations");
		}
	}

	@Test
	void doesNotTakeAnErrorThatAServiceReportsForAnOutage() {
		gateway.service("health-record-service").answer("/api/v1/records/1", 500, "{}");
		for (int i = 0; i < 10; i++) {
			assertThat(this.browser.get("/api/v1/records/1").status()).isEqualTo(500);
		}
		assertThat(gateway.service("health-record-service").requests()).hasSize(10);
	}

	private static String[] allTimeouts(String timeout) {
		return Stream
			.of("iam", "organization-imports", "region-boundaries", "organizations", "consultation-exports",
					"consultation-attachments", "consultations", "referral-exports", "referral-events", "referrals",
					"metric-values", "dashboard", "record-documents", "records")
			.map((route) -> "yigongti.gateway.routes." + route + ".response-timeout=" + timeout)
			.toArray(String[]::new);
	}

}

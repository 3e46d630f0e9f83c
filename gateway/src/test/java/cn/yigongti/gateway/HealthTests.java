package cn.yigongti.gateway;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import cn.yigongti.gateway.running.Answer;
import cn.yigongti.gateway.running.RunningGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class HealthTests {

	private final RunningGateway gateway = RunningGateway.shared();

	@ParameterizedTest
	@ValueSource(strings = { "/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness" })
	void saysThatItIsWellAndNothingMore(String path) {
		Answer answer = this.gateway.browser().get(path);
		assertThat(answer.json().get("status").asString()).isEqualTo("UP");
		assertThat(answer.json().has("components")).isFalse();
	}

	@Test
	void showsItsMetricsToOurMonitoring() {
		this.gateway.browser("user-1").get("/api/v1/referrals");
		assertThat(this.gateway.browser().get("/actuator/prometheus").body()).contains(
				"spring_cloud_gateway_requests_seconds_count", "routeId=\"referrals\"",
				"yigongti_gateway_rate_limit_uncounted_total", "resilience4j_circuitbreaker_state");
	}

	@Test
	void showsItsMetricsToNobodyFromOutside() {
		this.gateway.browser()
			.with("X-Forwarded-For", "203.0.113.1")
			.get("/actuator/prometheus")
			.isProblem(401, "unauthorized");
		this.gateway.browser("user-1")
			.with("Forwarded", "for=203.0.113.1")
			.get("/actuator/prometheus")
			.isProblem(403, "permission-missing");
		try (RunningGateway closed = RunningGateway.with("yigongti.gateway.scrapers=10.0.0.0/8")) {
			closed.browser("user-1").get("/actuator/prometheus").isProblem(403, "permission-missing");
		}
	}

	@Test
	void endsOnlyWhenRequestsAreAnswered() throws InterruptedException {
		CountDownLatch arrived = new CountDownLatch(1);
		Sinks.Empty<Void> release = Sinks.empty();
		RunningGateway ending = RunningGateway.with();
		ending.service("referral-service").answer("/api/v1/referrals", (_, response) -> {
			arrived.countDown();
			return release.asMono().then(response.sendString(Mono.just("{}")).then());
		});
		CompletableFuture<Answer> answer = CompletableFuture
			.supplyAsync(() -> ending.browser("user-1").get("/api/v1/referrals"));
		assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();
		CompletableFuture<Void> end = CompletableFuture.runAsync(ending::close);
		await().until(() -> !accepts(ending));
		assertThat(end).isNotDone();
		release.tryEmitEmpty();
		assertThat(answer.join().status()).isEqualTo(200);
		end.join();
	}

	private static boolean accepts(RunningGateway gateway) {
		try {
			gateway.browser().get("/actuator/health/liveness");
			return true;
		}
		catch (RuntimeException ex) {
			return false;
		}
	}

}

package cn.yigongti.gateway;

import java.util.List;

import cn.yigongti.gateway.running.Answer;
import cn.yigongti.gateway.running.Browser;
import cn.yigongti.gateway.running.RunningGateway;
import cn.yigongti.gateway.running.StubService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@ExtendWith(OutputCaptureExtension.class)
class TraceTests {

	private static final String TRACE_ID = "0af7651916cd43dd8448eb211c80319c";

	private final RunningGateway gateway = RunningGateway.shared();

	private final Browser browser = this.gateway.browser("user-1");

	@Test
	void keepsTheRequestIdOfTheClient() {
		Answer answer = this.browser.with("X-Request-Id", "console-4711:abc").get("/api/v1/referrals");
		assertThat(answer.headers().allValues("X-Request-Id")).containsExactly("console-4711:abc");
		assertThat(requestIdSeen()).containsExactly("console-4711:abc");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "has spaces in it", "<script>alert(1)</script>", "line%0d%0abreak", "-starts-with-a-dash" })
	void makesARequestIdOfItsOwnWhenTheOfferedOneIsNotSane(String offered) {
		Answer answer = this.browser.with("X-Request-Id", offered).get("/api/v1/referrals");
		assertThat(answer.header("X-Request-Id")).hasSize(36).isNotEqualTo(offered);
		assertThat(requestIdSeen()).containsExactly(answer.header("X-Request-Id"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/v1/referrals", "/api/v1/nothing", "/docs", "/docs/swagger-ui.css",
			"/actuator/health", "/api/v1/referrals/../x" })
	void everyAnswerHasARequestIdAndItsTrace(String path) {
		Answer answer = this.browser.get(path);
		assertThat(answer.headers().allValues("X-Request-Id")).hasSize(1);
		assertThat(answer.header("traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]");
	}

	@Test
	void continuesTheTraceOfTheClientInTheService() {
		Answer answer = this.browser.with("traceparent", "00-" + TRACE_ID + "-b7ad6b7169203331-01")
			.with("tracestate", "a=b")
			.get("/api/v1/referrals");
		List<String> seen = this.gateway.service("referral-service").lastRequest().headers().getAll("traceparent");
		assertThat(seen).singleElement()
			.asString()
			.startsWith("00-" + TRACE_ID + "-")
			.endsWith("-01")
			.doesNotContain("b7ad6b7169203331");
		assertThat(answer.header("traceparent")).startsWith("00-" + TRACE_ID + "-").endsWith("-01");
	}

	@Test
	void beginsATraceWhereTheClientHasNone() {
		Answer answer = this.browser.get("/api/v1/referrals");
		String seen = this.gateway.service("referral-service").lastRequest().headers().get("traceparent");
		assertThat(seen.substring(0, 36)).isEqualTo(answer.header("traceparent").substring(0, 36));
	}

	@Test
	void logsEachAnswerWithItsTraceInOneLine(CapturedOutput output) {
		Answer answer = this.browser.get("/api/v1/referrals");
		await().untilAsserted(() -> assertThat(output.getOut().lines())
			.filteredOn((line) -> line.contains("request=" + answer.header("X-Request-Id")))
			.singleElement()
			.asString()
			.contains("GET /api/v1/referrals 200 ", "trace=" + answer.header("traceparent")));
	}

	/** A query may hold a patient's name. */
	@Test
	void logsNoQueryWhateverHappens(CapturedOutput output) {
		String query = "?q=ZhangSan";
		this.gateway.service("referral-service").answer("/api/v1/referrals/5", 500, "{}");
		this.gateway.service("referral-service")
			.answer("/api/v1/referrals/6", (_, response) -> StubService.hangUp(response));
		assertThat(this.browser.get("/api/v1/referrals" + query).status()).isEqualTo(200);
		assertThat(this.browser.get("/api/v1/referrals/5" + query).status()).isEqualTo(500);
		assertThat(this.browser.get("/api/v1/referrals/6" + query).status()).isEqualTo(503);
		assertThat(this.browser.get("/api/v1/nothing" + query).status()).isEqualTo(404);
		assertThat(this.browser.get("/api/v1/referrals/../x" + query).status()).isEqualTo(400);
		assertThat(this.gateway.browser().get("/api/v1/referrals" + query).status()).isEqualTo(401);
		Answer last = this.browser.get("/api/v1/me" + query);
		await().untilAsserted(() -> assertThat(output).contains(last.header("X-Request-Id")));
		assertThat(output).contains("/api/v1/referrals/6").doesNotContain("ZhangSan");
	}

	private List<String> requestIdSeen() {
		return this.gateway.service("referral-service").lastRequest().headers().getAll("X-Request-Id");
	}

}

package cn.yigongti.gateway;

import cn.yigongti.gateway.running.Answer;
import cn.yigongti.gateway.running.Browser;
import cn.yigongti.gateway.running.RunningGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CrossOriginTests {

	private static final RunningGateway gateway = RunningGateway.shared();

	@Test
	void letsAnAllowedSiteAskBeforehandWithoutAToken() {
		Answer answer = preflight("https://console.example", "PATCH", "authorization,if-match,idempotency-key");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("https://console.example");
		assertThat(answer.header("Access-Control-Allow-Methods")).contains("PATCH");
		assertThat(answer.header("Access-Control-Allow-Headers"))
			.isEqualToIgnoringCase("authorization, if-match, idempotency-key");
		assertThat(answer.header("Access-Control-Max-Age")).isEqualTo("3600");
		assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials")).isEmpty();
	}

	@Test
	void letsAnAllowedSiteReadAnswersAndTheirHeaders() {
		Answer answer = gateway.browser("user-1").with("Origin", "https://console.example").get("/api/v1/me");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("https://console.example");
		assertThat(answer.header("Access-Control-Expose-Headers")).contains("ETag", "Location", "Retry-After");
		assertThat(answer.headers().allValues("Vary")).contains("Origin");
	}

	@Test
	void letsAnAllowedSiteReadProblemsToo() {
		Answer answer = gateway.browser().with("Origin", "https://console.example").get("/api/v1/me");
		assertThat(answer.isProblem(401, "unauthorized").header("Access-Control-Allow-Origin"))
			.isEqualTo("https://console.example");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://evil.example", "http://console.example", "https://console.example.evil.example",
			"https://console.example:444", "null" })
	void refusesEveryOtherSite(String origin) {
		preflight(origin, "GET", "authorization").isProblem(403, "origin-refused");
		Answer answer = gateway.browser("user-1").with("Origin", origin).post("/api/v1/referrals", "{}");
		answer.isProblem(403, "origin-refused");
		assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
		assertThat(gateway.service("referral-service").requests()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://yigongti.example:8080", "same" })
	void knowsItsOwnPages(String origin) {
		Browser page = gateway.browser()
			.with("Origin", origin.equals("same") ? "http://127.0.0.1:" + gateway.port() : origin);
		assertThat(page.post("/login", "a=b").status()).isEqualTo(200);
	}

	@Test
	void allowsNoOtherSiteUnlessToldSo() {
		try (RunningGateway strict = RunningGateway.with()) {
			strict.browser().with("Origin", "https://console.example").get("/login").isProblem(403, "origin-refused");
		}
	}

	private static Answer preflight(String origin, String method, String headers) {
		return gateway.browser()
			.with("Origin", origin)
			.with("Access-Control-Request-Method", method)
			.with("Access-Control-Request-Headers", headers)
			.send("OPTIONS", "/api/v1/referrals");
	}

}

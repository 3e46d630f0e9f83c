package cn.yigongti.gateway;

import java.util.List;

import cn.yigongti.gateway.running.Answer;
import cn.yigongti.gateway.running.Browser;
import cn.yigongti.gateway.running.RunningGateway;
import io.netty.handler.codec.http.HttpHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;

class EdgeHeaderTests {

	private final RunningGateway gateway = RunningGateway.shared();

	@ParameterizedTest
	@ValueSource(strings = { "X-User-Id", "X-User", "X-Organization-Id", "X-Consortium-Id", "X-Caller", "X-Roles",
			"X-Permissions", "X-Tenant-Id", "X-Auth-Request-User", "X-Remote-User", "Remote-User", "X-Real-IP",
			"X-Client-IP", "X-Client-Cert", "X-SSL-Client-Verify", "SSL-Client-Cert", "X-Original-URL", "X-Rewrite-URL",
			"X-HTTP-Method-Override", "X-Forwarded-Prefix", "X-Forwarded-User", "X-Forwarded-Ssl", "Forwarded",
			"baggage", "b3", "X-B3-TraceId", "Proxy-Authorization", "True-Client-IP" })
	void dropsWhatAServiceMightTrust(String name) {
		for (var header : seen(this.gateway.browser("user-1").with(name, "forged"))) {
			assertThat(header.getValue()).as(header.getKey()).doesNotContain("forged");
		}
	}

	@Test
	void saysItselfWhereARequestCameFrom() {
		HttpHeaders headers = seen(this.gateway.browser("user-1")
			.with("X-Forwarded-For", "203.0.113.1")
			.with("X-Forwarded-Host", "evil.example")
			.with("X-Forwarded-Proto", "https")
			.with("X-Forwarded-Port", "1"));
		assertThat(headers.getAll("X-Forwarded-For")).isEqualTo(List.of("127.0.0.1"));
		assertThat(headers.getAll("X-Forwarded-Host")).isEqualTo(List.of("yigongti.example:8080"));
		assertThat(headers.getAll("X-Forwarded-Proto")).isEqualTo(List.of("http"));
		assertThat(headers.getAll("X-Forwarded-Port")).isEqualTo(List.of("8080"));
		assertThat(headers.get("Host")).startsWith("127.0.0.1:");
	}

	@Test
	void believesATrustedProxyAndSpeaksForAnInstallationWithHttps() {
		try (RunningGateway behind = RunningGateway.with("yigongti.issuer=https://yigongti.example",
				"yigongti.gateway.trusted-proxies=127.0.0.0/8")) {
			Answer answer = behind.browser().with("X-Forwarded-For", "10.9.9.9, 203.0.113.1").get("/login");
			HttpHeaders headers = behind.service("iam-service").lastRequest().headers();
			assertThat(headers.getAll("X-Forwarded-For")).isEqualTo(List.of("203.0.113.1"));
			assertThat(headers.getAll("X-Forwarded-Host")).isEqualTo(List.of("yigongti.example"));
			assertThat(headers.getAll("X-Forwarded-Proto")).isEqualTo(List.of("https"));
			assertThat(headers.getAll("X-Forwarded-Port")).isEqualTo(List.of("443"));
			assertThat(answer.header("Strict-Transport-Security")).isEqualTo("max-age=31536000");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/v1/referrals", "/api/v1/nothing", "/login", "/docs/index.html", "/actuator/health" })
	void tellsBrowsersHowToTreatEveryAnswer(String path) {
		Answer answer = this.gateway.browser("user-1").get(path);
		assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
		assertThat(answer.headers().allValues("X-Frame-Options")).containsExactly("DENY");
		assertThat(answer.headers().allValues("Referrer-Policy")).containsExactly("same-origin");
		assertThat(answer.headers().allValues("Cache-Control")).hasSize(1);
		assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'", "frame-ancestors 'none'");
		assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
	}

	@Test
	void overridesWhatAServiceSaysOfItselfButNotItsContentPolicy() {
		this.gateway.service("iam-service")
			.answer("/login",
					(_, response) -> response.header("Server", "Apache")
						.header("X-Powered-By", "PHP")
						.header("X-Frame-Options", "SAMEORIGIN")
						.header("X-Content-Type-Options", "nosniff")
						.header("Content-Security-Policy", "default-src 'nonce-1'")
						.sendString(Mono.just(""))
						.then());
		Answer answer = this.gateway.browser().get("/login");
		assertThat(answer.headers().firstValue("Server")).isEmpty();
		assertThat(answer.headers().firstValue("X-Powered-By")).isEmpty();
		assertThat(answer.headers().allValues("X-Frame-Options")).containsExactly("DENY");
		assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
		assertThat(answer.headers().allValues("Content-Security-Policy")).containsExactly("default-src 'nonce-1'");
	}

	@Test
	void letsASignInPageLoadItsOwnStyleAndNothingFromElsewhere() {
		assertThat(this.gateway.browser().get("/login").header("Content-Security-Policy"))
			.contains("style-src 'self'", "script-src 'self'")
			.doesNotContain("unsafe", "http");
	}

	private HttpHeaders seen(Browser browser) {
		assertThat(browser.get("/api/v1/referrals").status()).isEqualTo(200);
		return this.gateway.service("referral-service").lastRequest().headers();
	}

}

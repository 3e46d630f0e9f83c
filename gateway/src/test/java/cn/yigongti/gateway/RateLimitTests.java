package cn.yigongti.gateway;

import cn.yigongti.gateway.running.Answer;
import cn.yigongti.gateway.running.Browser;
import cn.yigongti.gateway.running.RunningGateway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Limits that grant a few requests and then one in an hour, so that no test depends on
 * how fast it runs.
 */
class RateLimitTests {

	private static final RunningGateway gateway = RunningGateway.with("yigongti.gateway.trusted-proxies=127.0.0.1",
			"yigongti.gateway.rate-limits.caller.requests=1", "yigongti.gateway.rate-limits.caller.per=1h",
			"yigongti.gateway.rate-limits.caller.burst=5", "yigongti.gateway.rate-limits.anonymous.requests=1",
			"yigongti.gateway.rate-limits.anonymous.per=1h", "yigongti.gateway.rate-limits.anonymous.burst=4",
			"yigongti.gateway.rate-limits.sign-in.requests=1", "yigongti.gateway.rate-limits.sign-in.per=1h",
			"yigongti.gateway.rate-limits.sign-in.burst=2");

	@AfterAll
	static void stop() {
		gateway.close();
	}

	@Test
	void letsACallerDoSoMuchAndNoMore() {
		Browser browser = gateway.browser("busy");
		for (int i = 0; i < 5; i++) {
			assertThat(browser.get("/api/v1/me").status()).isEqualTo(200);
		}
		double refusals = gateway.count("yigongti.gateway.rate.limit.refused", "limit", "caller");
		Answer answer = browser.get("/api/v1/me").isProblem(429, "rate-limited");
		assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 3600);
		assertThat(gateway.count("yigongti.gateway.rate.limit.refused", "limit", "caller")).isEqualTo(refusals + 1);
	}

	@Test
	void aMachineClientHasTheQuotaThatItsTokenTells() {
		Browser small = machine("small", 2);
		assertThat(small.get("/api/v1/me").status()).isEqualTo(200);
		assertThat(small.get("/api/v1/me").status()).isEqualTo(200);
		Answer answer = small.get("/api/v1/me").isProblem(429, "rate-limited");
		assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 60);

		Browser large = machine("large", 600);
		for (int i = 0; i < 20; i++) {
			assertThat(large.get("/api/v1/me").status()).isEqualTo(200);
		}
	}

	@Test
	void aQuotaThatIsNoneCountsAsEverybodys() {
		Browser browser = machine("nonsense", 0);
		for (int i = 0; i < 5; i++) {
			assertThat(browser.get("/api/v1/me").status()).isEqualTo(200);
		}
		browser.get("/api/v1/me").isProblem(429, "rate-limited");
	}

	@Test
	void countsOneCallerOverAllTheirTokensAndAddresses() {
		for (int i = 0; i < 5; i++) {
			assertThat(from("192.0.2." + i, gateway.browser("roaming")).get("/api/v1/me").status()).isEqualTo(200);
		}
		from("192.0.2.9", gateway.browser("roaming")).get("/api/v1/me").isProblem(429, "rate-limited");
	}

	@Test
	void countsEachCallerAlone() {
		for (int i = 0; i < 6; i++) {
			gateway.browser("greedy").get("/api/v1/me");
		}
		assertThat(gateway.browser("modest").get("/api/v1/me").status()).isEqualTo(200);
	}

	@Test
	void countsWhoHasNoTokenByAddress() {
		Browser browser = from("198.51.100.1", gateway.browser());
		for (int i = 0; i < 4; i++) {
			assertThat(browser.get("/oauth2/jwks").status()).isEqualTo(200);
		}
		browser.get("/oauth2/jwks").isProblem(429, "rate-limited");
		assertThat(from("198.51.100.2", gateway.browser()).get("/oauth2/jwks").status()).isEqualTo(200);
	}

	@Test
	void countsRefusedRequestsToo() {
		Browser browser = from("198.51.100.3", gateway.browser());
		for (int i = 0; i < 4; i++) {
			browser.get("/api/v1/me").isProblem(401, "unauthorized");
		}
		browser.get("/api/v1/me").isProblem(429, "rate-limited");
	}

	@Test
	void countsBadTokensAgainstTheAddressTheyComeFrom() {
		Browser browser = from("198.51.100.4", gateway.browser().with("Authorization", "Bearer bad"));
		for (int i = 0; i < 4; i++) {
			browser.get("/api/v1/me").isProblem(401, "unauthorized");
		}
		browser.get("/api/v1/me").isProblem(429, "rate-limited");
	}

	@Test
	void isStricterWherePasswordsAndSecretsAreTried() {
		for (String path : new String[] { "/login", "/oauth2/token", "/api/v1/activations" }) {
			Browser browser = from("203.0.113." + path.length(), gateway.browser());
			assertThat(browser.post(path, "a=b").status()).isEqualTo(200);
			assertThat(browser.post(path, "a=b").status()).isEqualTo(200);
			browser.post(path, "a=b").isProblem(429, "rate-limited");
			assertThat(browser.get("/login").status()).isEqualTo(200);
		}
	}

	@Test
	void countsAllAddressesOfOneIpv6NetworkTogether() {
		for (int i = 0; i < 4; i++) {
			assertThat(from("2001:db8:1:1::" + i, gateway.browser()).get("/login").status()).isEqualTo(200);
		}
		from("2001:db8:1:1:ffff::1", gateway.browser()).get("/login").isProblem(429, "rate-limited");
		assertThat(from("2001:db8:1:2::1", gateway.browser()).get("/login").status()).isEqualTo(200);
	}

	@Test
	void neverMakesProbesWait() {
		for (int i = 0; i < 20; i++) {
			assertThat(gateway.browser().get("/actuator/health/readiness").status()).isEqualTo(200);
		}
	}

	private static Browser machine(String name, int quota) {
		String token = gateway.tokens().of(name, (claims) -> claims.claim("caller", "CLIENT").claim("quota", quota));
		return gateway.browser().with("Authorization", "Bearer " + token);
	}

	private static Browser from(String address, Browser browser) {
		return browser.with("X-Forwarded-For", address);
	}

}

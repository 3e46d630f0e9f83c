package cn.yigongti.gateway;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;

import cn.yigongti.gateway.running.Answer;
import cn.yigongti.gateway.running.Browser;
import cn.yigongti.gateway.running.RunningGateway;
import cn.yigongti.gateway.running.Tokens;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class TokenTests {

	private static final RunningGateway gateway = RunningGateway.shared();

	@ParameterizedTest
	@ValueSource(strings = { "/api/v1/me", "/api/v1/referrals", "/api/v1/organizations/1", "/userinfo",
			"/api/v1/activations", "/api/v1/activations/1", "/api/v1/mobile/records/me/modules", "/api/v1/nothing", "/",
			"/actuator/env" })
	void turnsAwayWhoHasNoToken(String path) {
		Answer answer = gateway.browser().get(path).isProblem(401, "unauthorized");
		assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
		assertThat(answer.json().get("instance").asString()).isEqualTo(path);
	}

	@ParameterizedTest
	@MethodSource
	void turnsAwayWhoHasABadToken(String reason, String token) {
		int before = gateway.service("iam-service").requests().size();
		Answer answer = with(token).get("/api/v1/me").isProblem(401, "unauthorized");
		assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
		assertThat(gateway.service("iam-service")
			.requests()
			.subList(before, gateway.service("iam-service").requests().size()))
			.noneMatch((request) -> request.path().equals("/api/v1/me"));
	}

	static Stream<Arguments> turnsAwayWhoHasABadToken() {
		Tokens tokens = gateway.tokens();
		Date past = Date.from(Instant.now().minusSeconds(60));
		return Stream.of(arguments("expired", tokens.of("user-1", (claims) -> claims.expirationTime(past))),
				arguments("never expires", tokens.of("user-1", (claims) -> claims.expirationTime(null))),
				arguments("not valid yet",
						tokens.of("user-1",
								(claims) -> claims.notBeforeTime(Date.from(Instant.now().plusSeconds(60))))),
				arguments("by another issuer", tokens.of("user-1", (claims) -> claims.issuer("http://other.example"))),
				arguments("without issuer", tokens.of("user-1", (claims) -> claims.issuer(null))),
				arguments("for another audience", tokens.of("user-1", (claims) -> claims.audience("console"))),
				arguments("without audience", tokens.of("user-1", (claims) -> claims.audience(List.of()))),
				arguments("of nobody", tokens.of("user-1", (claims) -> claims.subject(null))),
				arguments("signed by another key of the same id", Tokens.signedWith("key-1").of("user-1")),
				arguments("signed by an unknown key", Tokens.signedWith("key-2").of("user-1")),
				arguments("not signed",
						new PlainJWT(new JWTClaimsSet.Builder().subject("user-1")
							.issuer(RunningGateway.ISSUER)
							.audience("yigongti")
							.build()).serialize()),
				arguments("cut off", tokens.of("user-1").substring(0, 200)), arguments("no token at all", "abc"));
	}

	@Test
	void letsThroughWhoHasAValidToken() {
		assertThat(gateway.browser("user-1").get("/api/v1/me").status()).isEqualTo(200);
		assertThat(gateway.browser("user-1").get("/userinfo").status()).isEqualTo(200);
	}

	@Test
	void readsTokensInTheAuthorizationHeaderOnly() {
		String token = gateway.tokens().of("user-1");
		gateway.browser().get("/api/v1/me?access_token=" + token).isProblem(401, "unauthorized");
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET /oauth2/authorize", "POST /oauth2/token", "GET /oauth2/jwks", "POST /oauth2/revoke",
			"GET /login", "POST /login", "GET /login/style.css", "GET /logout", "POST /logout", "GET /activate",
			"POST /activate", "GET /.well-known/openid-configuration", "POST /api/v1/activations",
			"GET /v3/api-docs/iam-service", "GET /v3/api-docs", "GET /docs/index.html", "GET /actuator/health",
			"GET /actuator/health/liveness", "GET /actuator/health/readiness" })
	void opensWhatLeadsToAToken(String request) {
		String[] parts = request.split(" ", 2);
		assertThat(gateway.browser().send(parts[0], parts[1]).status()).isEqualTo(200);
	}

	/** A console may well send its expired token along when it fetches a new one. */
	@Test
	void looksAtNoTokenOnOpenPaths() {
		assertThat(with("expired").post("/oauth2/token", "grant_type=refresh_token").status()).isEqualTo(200);
		assertThat(gateway.service("iam-service").lastRequest().headers().get("Authorization"))
			.isEqualTo("Bearer expired");
	}

	@Test
	void saysThatTokensCanNotBeCheckedWhileTheirKeysAreNotReachable() {
		try (RunningGateway lonely = RunningGateway.with("yigongti.jwk-set-uri=http://127.0.0.1:1/oauth2/jwks")) {
			Answer answer = lonely.browser("user-1").get("/api/v1/me").isProblem(503, "dependency-unavailable");
			assertThat(answer.header("Retry-After")).isEqualTo("5");
		}
	}

	private static Browser with(String token) {
		return gateway.browser().with("Authorization", "Bearer " + token);
	}

}

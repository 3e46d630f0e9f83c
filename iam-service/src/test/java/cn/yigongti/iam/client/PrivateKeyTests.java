package cn.yigongti.iam.client;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import cn.yigongti.iam.testing.Api;
import cn.yigongti.iam.testing.Api.Answer;
import cn.yigongti.iam.testing.ConsoleSession;
import cn.yigongti.iam.testing.County;
import cn.yigongti.iam.testing.County.Place;
import cn.yigongti.iam.testing.IamTest;
import cn.yigongti.platform.test.TestIssuer;
import cn.yigongti.platform.test.TestTokens;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@IamTest
class PrivateKeyTests {

	private static final RSAKey RSA = rsa("k1", 2048);

	private static final ECKey EC = ec("k2", Curve.P_256);

	private final int port;

	private final Api administrator;

	private final Answer client;

	@Autowired
	PrivateKeyTests(County county, @LocalServerPort int port) {
		this.port = port;
		Place hospital = county.organization("500229", null);
		this.administrator = new Api(port, TestTokens.user()
			.mayEverywhere("client:read", "client:write", "organization:read", "referral:read", "referral-event:write",
					"consultation:read", "consultation:write", "record-document:write", "metric-value:write")
			.bearer());
		this.client = this.administrator
			.post("/api/v1/clients",
					"""
							{"name": "HIS", "organizationId": "%s", "grants":
								[{"roleCode": "INTEGRATOR", "scope": "ORGANIZATION", "scopeId": "%1$s"}]}"""
						.formatted(hospital.id()))
			.expect(201);
	}

	@ParameterizedTest
	@ValueSource(strings = { "RS256", "PS256", "ES256" })
	void aClientProvesItselfByItsKeyAlone(String algorithm) {
		Answer answer = register(RSA, EC).expect(200);
		assertThat(answer.body().path("keyIds").valueStream().map((id) -> id.asString())).containsExactly("k1", "k2");
		endItsSecret();

		assertThat(isGood(assertion(algorithm, PrivateKeyTests::asItIs))).isTrue();
	}

	@Test
	void itsSecretIsGoodBesideTheKeyUntilItIsEnded() {
		register(RSA).expect(200);
		assertThat(isGoodBySecret()).isTrue();

		endItsSecret();

		assertThat(isGoodBySecret()).isFalse();
		this.administrator.delete(path() + "/keys").refused(409, "last-credential");
	}

	@Test
	void oneKeyFollowsTheOther() {
		register(RSA).expect(200);
		assertThat(isGood(assertion("ES256", PrivateKeyTests::asItIs))).isFalse();
		register(RSA, EC).expect(200);
		assertThat(isGood(assertion("RS256", PrivateKeyTests::asItIs))).isTrue();
		assertThat(isGood(assertion("ES256", PrivateKeyTests::asItIs))).isTrue();
		register(EC).expect(200);
		assertThat(isGood(assertion("RS256", PrivateKeyTests::asItIs))).isFalse();
		this.administrator.delete(path() + "/keys").expect(204);
		assertThat(isGood(assertion("ES256", PrivateKeyTests::asItIs))).isFalse();
	}

	@Test
	void anAssertionIsGoodOnce() {
		register(RSA).expect(200);
		String assertion = assertion("RS256", PrivateKeyTests::asItIs);

		assertThat(isGood(assertion)).isTrue();
		assertThat(isGood(assertion)).isFalse();
	}

	@Test
	void refusesAnAssertionThatIsNotItsOwnForUsAndShortLived() {
		register(RSA).expect(200);
		Instant now = Instant.now();

		assertThat(isGood(assertion("RS256", (claims) -> claims.audience(TestIssuer.ISSUER + "/oauth2/token"))))
			.isTrue();
		assertThat(isGood(assertion("RS256", (claims) -> claims.audience("https://elsewhere.example.cn")))).isFalse();
		assertThat(isGood(assertion("RS256", (claims) -> claims.issuer("another")))).isFalse();
		assertThat(isGood(assertion("RS256", (claims) -> claims.subject("operator")))).isFalse();
		assertThat(isGood(assertion("RS256", (claims) -> claims.jwtID(null)))).isFalse();
		assertThat(isGood(assertion("RS256", (claims) -> claims.expirationTime(null)))).isFalse();
		assertThat(isGood(assertion("RS256", (claims) -> claims.expirationTime(Date.from(now.minusSeconds(60))))))
			.isFalse();
		assertThat(isGood(assertion("RS256", (claims) -> claims.expirationTime(Date.from(now.plusSeconds(400))))))
			.isFalse();
		assertThat(isGood(sign(rsa("k1", 2048), JWSAlgorithm.RS256, PrivateKeyTests::asItIs))).isFalse();
	}

	@Test
	void aSignatureWithTheSecretIsNone() throws JOSEException {
		register(RSA).expect(200);
		SignedJWT assertion = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims(PrivateKeyTests::asItIs));
		assertion.sign(new MACSigner(this.client.text("clientSecret")));

		assertThat(isGood(assertion.serialize())).isFalse();
	}

	@Test
	void refusesKeysThatArePrivateWeakOrNone() {
		refuses("jwk-private", "{\"keys\": [" + RSA.toJSONString() + "]}");
		refuses("jwk-private", "{\"keys\": [" + EC.toJSONString() + "]}");
		refuses("jwk-strength", new JWKSet(weak()).toString(true));
		refuses("jwk-strength", new JWKSet(ec("k", Curve.P_384)).toString(true));
		refuses("jwk-strength",
				"{\"keys\": [{\"kty\": \"RSA\", \"kid\": \"k\", \"e\": \"AQ\", \"n\": \"" + RSA.getModulus() + "\"}]}");
		refuses("jwk-kid", new JWKSet(rsa(null, 2048)).toString(true));
		refuses("jwk-kid-repeated", new JWKSet(List.of((JWK) RSA, ec("k1", Curve.P_256))).toString(true));
		refuses("jwk-use", "{\"keys\": [{\"kty\": \"RSA\", \"kid\": \"k\", \"use\": \"enc\", \"e\": \"AQAB\", \"n\": \""
				+ RSA.getModulus() + "\"}]}");
		refuses("jwk",
				"{\"keys\": [{\"kty\": \"EC\", \"kid\": \"k\", \"crv\": \"P-256\", \"x\": \"AQ\", \"y\": \"AQ\"}]}");
		refuses("jwk", "{\"keys\": [{}]}");
	}

	/** A JWK set of one new public key. */
	static String keys(String kid) {
		return new JWKSet(ec(kid, Curve.P_256)).toString(true);
	}

	private void refuses(String code, String keys) {
		Answer answer = this.administrator.put(path() + "/keys", keys, "If-Match", "*");
		answer.refused(422, "invalid");
		assertThat(answer.body().path("errors").path(0).path("code").asString()).isEqualTo(code);
	}

	private String path() {
		return "/api/v1/clients/" + this.client.text("id");
	}

	private Answer register(JWK... keys) {
		return this.administrator.put(path() + "/keys", new JWKSet(List.of(keys)).toString(true), "If-Match", "*");
	}

	private void endItsSecret() {
		String secret = this.administrator.get(path()).body().path("secrets").path(0).path("id").asString();
		this.administrator.delete(path() + "/secrets/" + secret).expect(204);
	}

	private boolean isGoodBySecret() {
		return ConsoleSession
			.json(new ConsoleSession(this.port).post("/oauth2/token", "grant_type", "client_credentials", "client_id",
					this.client.text("clientId"), "client_secret", this.client.text("clientSecret")))
			.has("access_token");
	}

	private boolean isGood(String assertion) {
		return ConsoleSession
			.json(new ConsoleSession(this.port).post("/oauth2/token", "grant_type", "client_credentials", "client_id",
					this.client.text("clientId"), "client_assertion_type",
					"urn:ietf:params:oauth:client-assertion-type:jwt-bearer", "client_assertion", assertion))
			.has("access_token");
	}

	private String assertion(String algorithm, Consumer<JWTClaimsSet.Builder> change) {
		return sign(algorithm.equals("ES256") ? EC : RSA, JWSAlgorithm.parse(algorithm), change);
	}

	private String sign(JWK key, JWSAlgorithm algorithm, Consumer<JWTClaimsSet.Builder> change) {
		try {
			SignedJWT assertion = new SignedJWT(new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build(),
					claims(change));
			assertion.sign((key instanceof ECKey ec) ? new ECDSASigner(ec) : new RSASSASigner(key.toRSAKey()));
			return assertion.serialize();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private JWTClaimsSet claims(Consumer<JWTClaimsSet.Builder> change) {
		JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder().issuer(this.client.text("clientId"))
			.subject(this.client.text("clientId"))
			.audience(TestIssuer.ISSUER)
			.jwtID(UUID.randomUUID().toString())
			.expirationTime(Date.from(Instant.now().plusSeconds(240)));
		change.accept(claims);
		return claims.build();
	}

	private static RSAKey rsa(@Nullable String kid, int bits) {
		try {
			return new RSAKeyGenerator(bits).keyID(kid).generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void asItIs(JWTClaimsSet.Builder claims) {
		assertThat(claims).isNotNull();
	}

	private static RSAKey weak() {
		try {
			return new RSAKeyGenerator(1024, true).keyID("k").generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static ECKey ec(String kid, Curve curve) {
		try {
			return new ECKeyGenerator(curve).keyID(kid).generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

}

package cn.yigongti.iam.authorization;

import java.time.Duration;
import java.util.Base64;
import java.util.List;

import cn.yigongti.iam.testing.ConsoleSession;
import cn.yigongti.iam.testing.IamTest;
import cn.yigongti.iam.testing.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

@IamTest
class KeyRotationTests {

	private static final Duration TEN_MINUTES = Duration.ofMinutes(10).plusSeconds(31);

	private final KeyRotation rotation;

	private final MovableClock clock;

	private final JdbcClient jdbc;

	private final ConsoleSession http;

	@Autowired
	KeyRotationTests(KeyRotation rotation, MovableClock clock, JdbcClient jdbc, @LocalServerPort int port) {
		this.rotation = rotation;
		this.clock = clock;
		this.jdbc = jdbc;
		this.http = new ConsoleSession(port);
	}

	@BeforeEach
	@AfterEach
	void beginWithOneKey() {
		this.clock.reset();
		this.jdbc.sql("delete from signing_key").update();
		this.rotation.rotateIfDue();
		this.clock.advance(Duration.ofSeconds(31));
	}

	@Test
	void aNewKeyIsPublishedBeforeItSigns() {
		String before = signer();

		this.rotation.rotate();
		this.clock.advance(Duration.ofSeconds(31));

		assertThat(published()).hasSize(2).contains(before);
		assertThat(signer()).isEqualTo(before);
		this.clock.advance(TEN_MINUTES);
		assertThat(signer()).isNotEqualTo(before).isIn(published());
	}

	@Test
	void theOldKeyStaysUntilItsLastTokenHasExpired() {
		String before = signer();
		this.rotation.rotate();
		this.clock.advance(TEN_MINUTES.plusMinutes(30));
		this.rotation.rotateIfDue();
		assertThat(published()).contains(before);

		this.clock.advance(Duration.ofMinutes(6));
		this.rotation.rotateIfDue();
		this.clock.advance(Duration.ofSeconds(31));

		assertThat(published()).hasSize(1).doesNotContain(before);
	}

	@Test
	void aKeyHandsOverWhenItIsOldEnoughAndNotBefore() {
		this.clock.advance(Duration.ofDays(89));
		this.rotation.rotateIfDue();
		assertThat(keys()).isEqualTo(1);

		this.clock.advance(Duration.ofDays(1));
		this.rotation.rotateIfDue();
		this.rotation.rotateIfDue();

		assertThat(keys()).isEqualTo(2);
	}

	@Test
	void anotherRotationWhileOneIsAnnouncedChangesNothing() {
		this.rotation.rotate();
		this.rotation.rotate();

		assertThat(keys()).isEqualTo(2);
	}

	@Test
	void keepsPrivateKeysEncrypted() {
		String stored = this.jdbc.sql("select private_jwk from signing_key").query(String.class).single();

		assertThat(stored).startsWith("1:").doesNotContain("kty");
	}

	private long keys() {
		return this.jdbc.sql("select count(*) from signing_key").query(Long.class).single();
	}

	private List<String> published() {
		return ConsoleSession.json(this.http.get("/oauth2/jwks"))
			.path("keys")
			.valueStream()
			.map((key) -> key.path("kid").asString())
			.toList();
	}

	private String signer() {
		JsonNode answer = ConsoleSession.json(this.http.post("/oauth2/token", "grant_type", "client_credentials",
				"client_id", "operator", "client_secret", "operator-secret-of-this-test"));
		String token = answer.path("access_token").asString();
		byte[] header = Base64.getUrlDecoder().decode(token.substring(0, token.indexOf('.')));
		return JsonMapper.shared().readTree(new String(header, UTF_8)).path("kid").asString();
	}

}

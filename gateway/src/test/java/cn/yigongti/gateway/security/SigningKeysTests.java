package cn.yigongti.gateway.security;

import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

import cn.yigongti.gateway.running.StubService;
import cn.yigongti.gateway.running.Tokens;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientResponseException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SigningKeysTests {

	private static final Tokens first = Tokens.signedWith("first");

	private static final Tokens second = Tokens.signedWith("second");

	private final StubService iam = StubService.start("iam-service");

	private final MovingClock clock = new MovingClock();

	private final SigningKeys keys = new SigningKeys(WebClient.create(), this.iam.address().resolve("/oauth2/jwks"),
			this.clock);

	@AfterEach
	void stop() {
		this.iam.close();
	}

	@Test
	void areFetchedOnceForManyTokens() {
		publish(first);
		assertThat(keysFor(first)).hasSize(1);
		assertThat(keysFor(first)).hasSize(1);
		assertThat(this.iam.requests()).hasSize(1);
	}

	@Test
	void areFetchedAgainForATokenWithANewKey() {
		publish(first);
		keysFor(first);
		publish(second);
		this.clock.advance(Duration.ofSeconds(6));
		assertThat(keysFor(second)).extracting(JWK::getKeyID).containsExactly("second");
	}

	@Test
	void areNotFetchedForEveryMadeUpKey() {
		publish(first);
		keysFor(first);
		this.clock.advance(Duration.ofSeconds(6));
		for (int i = 0; i < 20; i++) {
			assertThat(keysFor(second)).isEmpty();
		}
		assertThat(this.iam.requests()).hasSize(2);
	}

	@Test
	void areForgottenSoonAfterTheyWereWithdrawn() {
		publish(first);
		keysFor(first);
		publish(second);
		this.clock.advance(Duration.ofMinutes(6));
		assertThat(keysFor(first)).isEmpty();
	}

	@Test
	void areKeptWhileNobodyPublishesThem() {
		publish(first);
		keysFor(first);
		this.iam.close();
		this.clock.advance(Duration.ofHours(1));
		assertThat(keysFor(first)).hasSize(1);
	}

	@Test
	void areKeptWhenWhatIsPublishedIsNoSetOfKeys() {
		publish(first);
		keysFor(first);
		this.iam.answer("/oauth2/jwks", 200, "<html>");
		this.clock.advance(Duration.ofHours(1));
		assertThat(keysFor(first)).hasSize(1);
	}

	@Test
	void areMissedWhenTheyWereNeverFetched() {
		this.iam.answer("/oauth2/jwks", 500, "{}");
		assertThatExceptionOfType(WebClientResponseException.class).isThrownBy(() -> keysFor(first));
		publish(first);
		assertThat(keysFor(first)).hasSize(1);
	}

	private void publish(Tokens tokens) {
		this.iam.answer("/oauth2/jwks", 200, tokens.publicKeys());
	}

	private List<JWK> keysFor(Tokens tokens) {
		try {
			List<JWK> found = this.keys.of(SignedJWT.parse(tokens.of("user-1"))).collectList().block();
			return (found != null) ? found : List.of();
		}
		catch (ParseException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static final class MovingClock extends Clock {

		private Instant now = Instant.parse("2026-11-22T08:00:00Z");

		void advance(Duration time) {
			this.now = this.now.plus(time);
		}

		@Override
		public Instant instant() {
			return this.now;
		}

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return this;
		}

	}

}

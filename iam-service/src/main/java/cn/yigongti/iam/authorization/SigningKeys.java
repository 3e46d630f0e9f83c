package cn.yigongti.iam.authorization;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The keys as signing and verification see them: the one that signs now comes first. Read
 * anew from the database every half minute, and when a key is asked for that isn't known
 * yet.
 */
@Component
class SigningKeys implements JWKSource<SecurityContext> {

	private static final Duration KEPT = Duration.ofSeconds(30);

	private static final Duration AT_MOST_EVERY = Duration.ofSeconds(1);

	private final SigningKeyStore store;

	private final Clock clock;

	private volatile Snapshot snapshot = new Snapshot(List.of(), Instant.EPOCH);

	private record Snapshot(List<SigningKey> newestFirst, Instant at) {

		boolean isOlderThan(Duration age, Instant now) {
			return Duration.between(this.at, now).abs().compareTo(age) > 0;
		}

		JWKSet at(Instant now) {
			Comparator<SigningKey> signingFirst = Comparator.comparing((key) -> !key.signsAt(now));
			return new JWKSet(this.newestFirst.stream().sorted(signingFirst).<JWK>map(SigningKey::jwk).toList());
		}

	}

	SigningKeys(SigningKeyStore store, Clock clock) {
		this.store = store;
		this.clock = clock;
	}

	@Override
	public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
		Instant now = this.clock.instant();
		List<JWK> found = selector.select(current(KEPT, now).at(now));
		return found.isEmpty() ? selector.select(current(AT_MOST_EVERY, now).at(now)) : found;
	}

	private Snapshot current(Duration maxAge, Instant now) {
		Snapshot current = this.snapshot;
		if (current.newestFirst().isEmpty() || current.isOlderThan(maxAge, now)) {
			current = new Snapshot(this.store.all(), now);
			this.snapshot = current;
		}
		return current;
	}

}

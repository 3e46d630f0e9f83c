package cn.yigongti.gateway.security;

import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.web.reactive.function.client.WebClient;

/**
 * The keys that tokens are signed with, as iam-service publishes them. They are kept, so
 * that tokens can be checked while iam-service is down, and fetched anew when they are
 * old or a token names one we don't know; but not for every such token, because anybody
 * can make some up.
 */
class SigningKeys {

	private static final Logger log = LoggerFactory.getLogger(SigningKeys.class);

	private static final Duration FRESH = Duration.ofMinutes(5);

	private static final Duration BETWEEN_FETCHES = Duration.ofSeconds(5);

	private final Mono<JWKSet> fetch;

	private final Clock clock;

	private volatile Known known = new Known(null, Instant.MIN, Instant.MIN);

	SigningKeys(WebClient client, URI address, Clock clock) {
		this.clock = clock;
		this.fetch = Mono.defer(() -> client.get().uri(address).retrieve().bodyToMono(String.class))
			.map(SigningKeys::parse)
			.doOnNext((keys) -> this.known = new Known(keys, clock.instant(), clock.instant()))
			.flux()
			.share()
			.next();
	}

	/** The keys which may have signed the token: those with the id it names. */
	Flux<JWK> of(SignedJWT token) {
		String id = token.getHeader().getKeyID();
		return current(id).flatMapIterable(JWKSet::getKeys).filter((key) -> id == null || id.equals(key.getKeyID()));
	}

	private Mono<JWKSet> current(@Nullable String id) {
		Known before = this.known;
		Instant now = this.clock.instant();
		JWKSet keys = before.keys();
		boolean wanted = keys == null || before.fetched().plus(FRESH).isBefore(now)
				|| (id != null && keys.getKeyByKeyId(id) == null);
		if (keys != null && (!wanted || before.tried().plus(BETWEEN_FETCHES).isAfter(now))) {
			return Mono.just(keys);
		}
		this.known = new Known(keys, before.fetched(), now);
		return this.fetch.onErrorResume((failure) -> without(failure, keys));
	}

	private static Mono<JWKSet> without(Throwable failure, @Nullable JWKSet keys) {
		log.warn("signing keys not reachable: {}", failure.getClass().getSimpleName());
		return (keys != null) ? Mono.just(keys) : Mono.error(failure);
	}

	private static JWKSet parse(String json) {
		try {
			return JWKSet.parse(json);
		}
		catch (ParseException ex) {
			throw new IllegalStateException("not a set of keys", ex);
		}
	}

	/**
	 * What we know of the keys.
	 *
	 * @param keys none before the first fetch
	 * @param fetched when they came
	 * @param tried when they were last asked for
	 */
	private record Known(@Nullable JWKSet keys, Instant fetched, Instant tried) {

	}

}

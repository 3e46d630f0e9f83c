package cn.yigongti.iam.authorization;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import cn.yigongti.iam.client.PublicKeys;
import cn.yigongti.iam.client.UsedAssertions;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.stereotype.Component;

/**
 * Checks the assertions by which clients prove who they are (RFC 7523, section 3): signed
 * by one of the keys registered for the client, made by it and for us, short-lived, and
 * shown once.
 */
@Component
class ClientAssertions implements JwtDecoderFactory<RegisteredClient> {

	/** Setting of a registered client: its {@link PublicKeys}. */
	static final String KEYS = "yigongti.public-keys";

	private static final Duration LONGEST_LIFE = Duration.ofMinutes(5);

	private static final Duration SKEW = Duration.ofSeconds(30);

	private final UsedAssertions used;

	private final Set<String> audiences;

	private final Clock clock;

	ClientAssertions(UsedAssertions used, AuthorizationServerSettings settings, Clock clock) {
		this.used = used;
		String issuer = Objects.requireNonNull(settings.getIssuer());
		this.audiences = Set.of(issuer, issuer + settings.getTokenEndpoint());
		this.clock = clock;
	}

	@Override
	public JwtDecoder createDecoder(RegisteredClient client) {
		PublicKeys keys = Objects.requireNonNull(client.getClientSettings().getSetting(KEYS));
		DefaultJWTProcessor<SecurityContext> signatures = new DefaultJWTProcessor<>();
		signatures.setJWSKeySelector(
				new JWSVerificationKeySelector<>(PublicKeys.ALGORITHMS, new ImmutableJWKSet<>(keys.keys())));
		signatures.setJWTClaimsSetVerifier((claims, context) -> {
		});
		NimbusJwtDecoder decoder = new NimbusJwtDecoder(signatures);
		decoder.setJwtValidator(validator(client.getClientId()));
		return (assertion) -> firstShown(client, decoder.decode(assertion));
	}

	/** Last of all, so that nothing is noted of an assertion that is none. */
	private Jwt firstShown(RegisteredClient client, Jwt assertion) {
		Instant until = Objects.requireNonNull(assertion.getExpiresAt()).plus(SKEW);
		if (!this.used.isFirstUse(UUID.fromString(client.getClientId()), Objects.requireNonNull(assertion.getId()),
				until)) {
			throw new BadJwtException("shown before");
		}
		return assertion;
	}

	private OAuth2TokenValidator<Jwt> validator(String clientId) {
		JwtTimestampValidator times = new JwtTimestampValidator(SKEW);
		times.setClock(this.clock);
		return new DelegatingOAuth2TokenValidator<>(times,
				new JwtClaimValidator<@Nullable String>(JwtClaimNames.ISS, clientId::equals),
				new JwtClaimValidator<@Nullable String>(JwtClaimNames.SUB, clientId::equals),
				new JwtClaimValidator<@Nullable List<String>>(JwtClaimNames.AUD,
						(audience) -> audience != null && audience.stream().anyMatch(this.audiences::contains)),
				new JwtClaimValidator<@Nullable String>(JwtClaimNames.JTI, (id) -> id != null && !id.isBlank()),
				new JwtClaimValidator<@Nullable Instant>(JwtClaimNames.EXP, this::endsSoon));
	}

	private boolean endsSoon(@Nullable Instant end) {
		return end != null && !end.isAfter(this.clock.instant().plus(LONGEST_LIFE).plus(SKEW));
	}

}

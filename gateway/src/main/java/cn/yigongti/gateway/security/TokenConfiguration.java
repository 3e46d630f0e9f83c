package cn.yigongti.gateway.security;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;

import cn.yigongti.gateway.installation.Installation;
import reactor.netty.http.client.HttpClient;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Which tokens are valid: ours, for this platform, signed by iam-service, and not
 * expired.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Installation.class)
class TokenConfiguration {

	private static final String AUDIENCE = "yigongti";

	/** By how much the clocks of two machines may differ. */
	private static final Duration SKEW = Duration.ofSeconds(30);

	@Bean
	ReactiveJwtDecoder jwtDecoder(Installation installation) {
		WebClient client = WebClient.builder()
			.clientConnector(new ReactorClientHttpConnector(HttpClient.create().responseTimeout(Duration.ofSeconds(3))))
			.build();
		SigningKeys keys = new SigningKeys(client, installation.jwkSetUri(), Clock.systemUTC());
		NimbusReactiveJwtDecoder decoder = NimbusReactiveJwtDecoder.withJwkSource(keys::of).build();
		decoder.setJwtValidator(validator(installation));
		return (token) -> decoder.decode(token)
			.onErrorMap(IllegalStateException.class,
					(failure) -> new AuthenticationServiceException("no keys", failure));
	}

	private static OAuth2TokenValidator<Jwt> validator(Installation installation) {
		return new DelegatingOAuth2TokenValidator<>(new JwtTimestampValidator(SKEW),
				new JwtIssuerValidator(installation.issuer().toString()),
				new JwtClaimValidator<Object>(JwtClaimNames.EXP, (expiry) -> expiry != null),
				new JwtClaimValidator<Object>(JwtClaimNames.SUB, (subject) -> subject != null),
				new JwtClaimValidator<Collection<String>>(JwtClaimNames.AUD,
						(audience) -> audience != null && audience.contains(AUDIENCE)));
	}

}

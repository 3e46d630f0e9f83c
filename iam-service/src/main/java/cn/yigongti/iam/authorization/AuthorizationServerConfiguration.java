package cn.yigongti.iam.authorization;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

import cn.yigongti.iam.client.ClientSecrets;
import cn.yigongti.iam.client.Secrets;
import cn.yigongti.iam.secondfactor.SecondFactorAuthorization;
import cn.yigongti.iam.session.EndOver;
import cn.yigongti.iam.session.OwnSignIn;
import cn.yigongti.iam.session.SignIns;
import cn.yigongti.iam.signin.SignOut;
import cn.yigongti.platform.web.SecurityConfiguration;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.JdbcOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.JwtClientAssertionAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.DelegatingOAuth2TokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** Puts the authorization server together. */
@Configuration(proxyBeanMethods = false)
class AuthorizationServerConfiguration {

	/** Below {@code /oauth2}, so that one route of the gateway serves it all. */
	private static final String END_SESSION = "/oauth2/logout";

	@Bean
	@Order(1)
	SecurityFilterChain authorizationServer(HttpSecurity http, RegisteredClients clients, ClientSecrets hashes,
			Secrets secrets, ClientAssertions assertions, AuthorizationServerSettings settings, SignIns signIns,
			SignOut signOut, SecondFactorAuthorization allThatIsDue) {
		return http.oauth2AuthorizationServer((server) -> {
			http.securityMatcher(server.getEndpointsMatcher());
			server
				.oidc((oidc) -> oidc
					.logoutEndpoint((logout) -> logout.logoutResponseHandler(new EndSignIn(signOut).answer())))
				.clientAuthentication((authentication) -> authentication
					.authenticationConverter(new PublicClient.Converter(settings.getTokenRevocationEndpoint()))
					.authenticationProvider(new PublicClient.Provider(clients))
					.authenticationProviders((providers) -> providers.replaceAll(ours(hashes, secrets, assertions))));
		})
			.addFilterAfter(new EndOver(signIns), SecurityContextHolderFilter.class)
			.authorizeHttpRequests((requests) -> requests.anyRequest().access(allThatIsDue))
			.exceptionHandling((errors) -> errors
				.defaultAuthenticationEntryPointFor(new LoginUrlAuthenticationEntryPoint("/login"),
						PathPatternRequestMatcher.pathPattern(settings.getAuthorizationEndpoint()))
				.defaultDeniedHandlerForMissingAuthority(
						(request, response, missing) -> response.sendRedirect("/login/code"),
						SecondFactorAuthorization.AUTHORITY))
			.build();
	}

	private static UnaryOperator<AuthenticationProvider> ours(ClientSecrets hashes, Secrets secrets,
			ClientAssertions assertions) {
		return (provider) -> {
			if (provider instanceof ClientSecretAuthenticationProvider bySecret) {
				bySecret.setPasswordEncoder(hashes);
				return new SecretUse(bySecret, hashes, secrets);
			}
			if (provider instanceof JwtClientAssertionAuthenticationProvider byKey) {
				byKey.setJwtDecoderFactory(assertions);
			}
			return provider;
		};
	}

	@Bean
	AuthorizationServerSettings authorizationServerSettings(@Value("${yigongti.issuer}") String issuer) {
		return AuthorizationServerSettings.builder().issuer(issuer).oidcLogoutEndpoint(END_SESSION).build();
	}

	@Bean
	SealedAuthorizations authorizations(JdbcOperations jdbc, RegisteredClients clients, TokenSeals seals,
			JdbcClient jdbcClient, Clock clock) {
		return new SealedAuthorizations(new JdbcOAuth2AuthorizationService(jdbc, clients), seals, jdbcClient, clock);
	}

	@Bean
	JwtEncoder jwtEncoder(JWKSource<SecurityContext> keys) {
		NimbusJwtEncoder encoder = new NimbusJwtEncoder(keys);
		encoder.setJwkSelector(List::getFirst);
		return encoder;
	}

	@Bean
	OAuth2TokenGenerator<OAuth2Token> tokenGenerator(JwtEncoder encoder, TokenClaims claims, SignIns signIns,
			Clock clock) {
		JwtGenerator jwts = new JwtGenerator(encoder);
		jwts.setJwtCustomizer(claims);
		return new DelegatingOAuth2TokenGenerator(jwts, new RefreshTokens(signIns, clock));
	}

	/** Our own interfaces check our own tokens without a detour over HTTP. */
	@Bean
	JwtDecoder jwtDecoder(JWKSource<SecurityContext> keys, @Value("${yigongti.issuer}") String issuer) {
		NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(keys).build();
		decoder
			.setJwtValidator(new DelegatingOAuth2TokenValidator<Jwt>(new JwtTimestampValidator(Duration.ofSeconds(30)),
					new JwtIssuerValidator(issuer), new JwtAudienceValidator(SecurityConfiguration.AUDIENCE)));
		return decoder;
	}

	/**
	 * Knows of none. Spring would take the latest session of a user for the one that
	 * tokens belong to, which is wrong for who has two; we know it by {@link OwnSignIn}.
	 */
	@Bean
	SessionRegistry sessionRegistry() {
		return new NoSessions();
	}

}

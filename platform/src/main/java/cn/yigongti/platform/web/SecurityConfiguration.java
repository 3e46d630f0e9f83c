package cn.yigongti.platform.web;

import java.time.Duration;

import cn.yigongti.platform.accesschange.AccessChanges;
import cn.yigongti.platform.caller.TokenCallers;
import cn.yigongti.platform.problem.ProblemException;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Every request needs a valid access token, except health, metrics, the API document and
 * what a service opens.
 */
@Configuration(proxyBeanMethods = false)
public class SecurityConfiguration {

	/** Who may call; a token for another platform or from another issuer is none. */
	public static final String AUDIENCE = "yigongti";

	@Bean
	@Order(Ordered.LOWEST_PRECEDENCE - 10)
	SecurityFilterChain api(HttpSecurity http, JwtDecoder decoder, AccessChanges changes,
			@Qualifier("handlerExceptionResolver") HandlerExceptionResolver resolver,
			@Value("${yigongti.public-paths:}") String[] publicPaths) throws Exception {
		SecurityProblems problems = new SecurityProblems(resolver);
		return http
			.authorizeHttpRequests((requests) -> requests
				.requestMatchers("/actuator/health/**", "/actuator/prometheus", "/v3/api-docs/**")
				.permitAll()
				.requestMatchers(publicPaths)
				.permitAll()
				.anyRequest()
				.authenticated())
			.oauth2ResourceServer((server) -> server.authenticationEntryPoint(problems)
				.accessDeniedHandler(problems)
				.jwt((jwt) -> jwt.decoder(decoder).jwtAuthenticationConverter(new TokenCallers(changes))))
			.exceptionHandling((errors) -> errors.authenticationEntryPoint(problems).accessDeniedHandler(problems))
			.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.csrf((csrf) -> csrf.disable())
			.requestCache((cache) -> cache.disable())
			.logout((logout) -> logout.disable())
			.build();
	}

	/** What the firewall takes for an attack is answered like any malformed request. */
	@Bean
	RequestRejectedHandler firewallRefusals(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver resolver) {
		return (request, response, ex) -> resolver.resolveException(request, response, null,
				new ProblemException(HttpStatus.BAD_REQUEST, "malformed"));
	}

	@Bean
	@ConditionalOnMissingBean
	JwtDecoder jwtDecoder(@Value("${yigongti.jwk-set-uri}") String keys, @Value("${yigongti.issuer}") String issuer) {
		NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(keys).build();
		decoder
			.setJwtValidator(new DelegatingOAuth2TokenValidator<Jwt>(new JwtTimestampValidator(Duration.ofSeconds(30)),
					new JwtIssuerValidator(issuer), new JwtAudienceValidator(AUDIENCE)));
		return decoder;
	}

}

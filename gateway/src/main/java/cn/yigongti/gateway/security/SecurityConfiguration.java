package cn.yigongti.gateway.security;

import cn.yigongti.gateway.client.Clients;
import cn.yigongti.gateway.problem.Problems;
import cn.yigongti.gateway.ratelimit.RateLimiter;
import reactor.core.publisher.Mono;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.FormLoginSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HeaderSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HttpBasicSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.LogoutSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.RequestCacheSpec;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.web.server.WebFilter;

/**
 * Two chains: open paths, where no token is looked at, and all others, where only a valid
 * one gets through.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class SecurityConfiguration {

	@Bean
	@Order(1)
	SecurityWebFilterChain openPaths(ServerHttpSecurity http, RateLimiter limiter) {
		return stateless(http).securityMatcher(PublicPaths.matcher())
			.authorizeExchange((exchange) -> exchange.anyExchange().permitAll())
			.addFilterAt(new AnonymousLimit(limiter), SecurityWebFiltersOrder.AUTHENTICATION)
			.build();
	}

	@Bean
	@Order(2)
	SecurityWebFilterChain callers(ServerHttpSecurity http, RateLimiter limiter, Problems problems, Clients clients) {
		Refusals refusals = new Refusals(problems, limiter);
		WebFilter limit = new CallerLimit(limiter);
		return stateless(http)
			.authorizeExchange((exchange) -> exchange.pathMatchers("/actuator/prometheus")
				.access((_, context) -> Mono
					.just(new AuthorizationDecision(clients.mayScrape(context.getExchange().getRequest()))))
				.anyExchange()
				.authenticated())
			.oauth2ResourceServer((tokens) -> tokens.jwt((_) -> {
			}).authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
			.exceptionHandling((handling) -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
			.addFilterAfter(limit, SecurityWebFiltersOrder.AUTHENTICATION)
			.build();
	}

	/**
	 * Paths that are written so as to be read differently by a service than by us, and
	 * the like.
	 */
	@Bean
	ServerExchangeRejectedHandler rejectedExchanges() {
		return (_, rejection) -> Mono.error(rejection);
	}

	private static ServerHttpSecurity stateless(ServerHttpSecurity http) {
		return http.csrf(CsrfSpec::disable)
			.formLogin(FormLoginSpec::disable)
			.httpBasic(HttpBasicSpec::disable)
			.logout(LogoutSpec::disable)
			.headers(HeaderSpec::disable)
			.requestCache(RequestCacheSpec::disable);
	}

}

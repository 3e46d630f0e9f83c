package cn.yigongti.gateway.security;

import org.springframework.http.HttpMethod;
import org.springframework.security.web.server.util.matcher.OrServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;

/**
 * All that is open without a token: what leads to one, the documents, and whether we are
 * alive.
 */
final class PublicPaths {

	private PublicPaths() {
	}

	static ServerWebExchangeMatcher matcher() {
		return new OrServerWebExchangeMatcher(signIn(), documents(), health());
	}

	private static ServerWebExchangeMatcher signIn() {
		return new OrServerWebExchangeMatcher(
				ServerWebExchangeMatchers.pathMatchers("/oauth2/**", "/login/**", "/logout", "/activate",
						"/.well-known/**"),
				ServerWebExchangeMatchers.pathMatchers(HttpMethod.POST, "/api/v1/activations"));
	}

	private static ServerWebExchangeMatcher documents() {
		return ServerWebExchangeMatchers.pathMatchers("/docs/**", "/v3/api-docs/**");
	}

	static ServerWebExchangeMatcher health() {
		return ServerWebExchangeMatchers.pathMatchers("/actuator/health/**");
	}

}

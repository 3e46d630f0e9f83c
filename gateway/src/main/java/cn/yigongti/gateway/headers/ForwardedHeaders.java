package cn.yigongti.gateway.headers;

import java.util.Locale;
import java.util.regex.Pattern;

import cn.yigongti.gateway.client.Clients;
import cn.yigongti.gateway.installation.Installation;

import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * What services are told of the client. Headers by which one could pass for somebody else
 * are dropped; where the request came from is said by us. The public address is the
 * configured one and not what the client wrote into {@code Host}, so that nobody can make
 * a service build links to their own site.
 */
@Component
class ForwardedHeaders implements HttpHeadersFilter, Ordered {

	private static final Pattern UNTRUSTED = Pattern
		.compile("(x-)?forwarded(-.*)?|x-(user|caller|subject|organization|consortium|tenant|role|roles|permission|"
				+ "permissions|scope|scopes|grant|grants|auth|authenticated|remote|client|real|original|rewrite|ssl|"
				+ "http-method-override|method-override|url-scheme)(-.*)?|(remote-user|proxy|ssl-client|baggage|b3|"
				+ "true-client-ip|cf-connecting-ip)(-.*)?|x-b3-.*");

	private final Clients clients;

	private final Installation installation;

	ForwardedHeaders(Clients clients, Installation installation) {
		this.clients = clients;
		this.installation = installation;
	}

	@Override
	public HttpHeaders filter(HttpHeaders input, ServerWebExchange exchange) {
		HttpHeaders headers = new HttpHeaders();
		input.forEach((name, values) -> {
			if (!UNTRUSTED.matcher(name.toLowerCase(Locale.ROOT)).matches()) {
				headers.addAll(name, values);
			}
		});
		headers.set("X-Forwarded-For", this.clients.of(exchange.getRequest()).address().getHostAddress());
		headers.set("X-Forwarded-Proto", this.installation.issuer().getScheme());
		headers.set("X-Forwarded-Host", this.installation.authority());
		headers.set("X-Forwarded-Port", Integer.toString(this.installation.port()));
		return headers;
	}

	@Override
	public boolean supports(Type type) {
		return type == Type.REQUEST;
	}

	/** After Spring Cloud Gateway's own filters, which remove what is set here. */
	@Override
	public int getOrder() {
		return 1000;
	}

}

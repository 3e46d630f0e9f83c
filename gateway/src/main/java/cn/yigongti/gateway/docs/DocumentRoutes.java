package cn.yigongti.gateway.docs;

import java.util.List;
import java.util.Map;

import cn.yigongti.gateway.installation.Installation;
import cn.yigongti.gateway.route.RouteTable;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.Buildable;
import org.springframework.cloud.gateway.route.builder.PredicateSpec;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ServerWebExchange;

/**
 * Fetches each service's own document, and says in it that the API is to be called here.
 */
@Configuration(proxyBeanMethods = false)
class DocumentRoutes {

	private final Installation installation;

	private final JsonMapper json;

	DocumentRoutes(Installation installation, JsonMapper json) {
		this.installation = installation;
		this.json = json;
	}

	@Bean
	RouteLocator documents(RouteLocatorBuilder builder, RouteTable table) {
		RouteLocatorBuilder.Builder routes = builder.routes();
		table.services().forEach((service) -> routes.route("docs-" + service, (spec) -> document(spec, service)));
		return routes.build();
	}

	private Buildable<Route> document(PredicateSpec spec, String service) {
		return spec.path(Catalogue.PATH + "/" + service)
			.and()
			.method(HttpMethod.GET)
			.filters((filters) -> filters.setPath(Catalogue.PATH)
				.removeRequestHeader("Accept-Encoding")
				.modifyResponseBody(byte[].class, byte[].class, this::atThisAddress))
			.uri("lb://" + service);
	}

	private Mono<byte[]> atThisAddress(ServerWebExchange exchange, byte @Nullable [] document) {
		if (document == null || exchange.getResponse().getStatusCode() != HttpStatus.OK) {
			return Mono.justOrEmpty(document);
		}
		JsonNode root = this.json.readTree(document);
		if (root instanceof ObjectNode object) {
			hideInternal(object);
			object.set("servers", this.json.valueToTree(List.of(Map.of("url", this.installation.issuer()))));
		}
		return Mono.just(this.json.writeValueAsBytes(root));
	}

	/** What services answer to each other alone, and no route leads to. */
	private static void hideInternal(ObjectNode document) {
		if (document.get("paths") instanceof ObjectNode paths) {
			paths.removeIf((item) -> item.valueStream().anyMatch((operation) -> operation.has("x-internal")));
		}
	}

}

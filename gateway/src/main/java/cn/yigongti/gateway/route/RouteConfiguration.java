package cn.yigongti.gateway.route;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.gateway.config.HttpClientCustomizer;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.Buildable;
import org.springframework.cloud.gateway.route.builder.PredicateSpec;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.cloud.gateway.support.RouteMetadataUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Builds the routes of the table, to whichever instance of the service discovery knows.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RouteTable.class)
class RouteConfiguration {

	@Bean
	RouteLocator serviceRoutes(RouteLocatorBuilder builder, RouteTable table, Breakers breakers) {
		RouteLocatorBuilder.Builder routes = builder.routes();
		table.routes()
			.forEach((name, route) -> routes.route(name, (spec) -> serviceRoute(spec, name, route, breakers)));
		return routes.build();
	}

	private static Buildable<Route> serviceRoute(PredicateSpec spec, String name, ServiceRoute route,
			Breakers breakers) {
		return spec.order(route.order())
			.path(route.paths().toArray(String[]::new))
			.filters((filters) -> filters.filter(new BodyLimit(route.bodyLimit()), 1)
				.filter(breakers.of(name), 2)
				.filter(new Reconnect(), 3))
			.metadata(RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR, route.responseTimeout().toMillis())
			.uri("lb://" + route.service());
	}

	/** An answer that stops half-way does not hold a connection for ever. */
	@Bean
	HttpClientCustomizer stalledAnswers(RouteTable table) {
		return (client) -> client.responseTimeout(table.longestTimeout());
	}

}

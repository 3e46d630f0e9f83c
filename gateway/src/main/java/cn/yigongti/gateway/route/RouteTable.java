package cn.yigongti.gateway.route;

import java.time.Duration;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * All routes of the gateway; what is not in here is not reachable from outside.
 *
 * @param routes by name
 * @param breaker when to stop calling a route that fails
 */
@ConfigurationProperties("yigongti.gateway")
public record RouteTable(Map<String, ServiceRoute> routes, @DefaultValue Breaker breaker) {

	/** Every service there is a route to. */
	public SortedSet<String> services() {
		SortedSet<String> services = new TreeSet<>();
		this.routes.values().forEach((route) -> services.add(route.service()));
		return services;
	}

	Duration longestTimeout() {
		return this.routes.values().stream().map(ServiceRoute::responseTimeout).max(Duration::compareTo).orElseThrow();
	}

	/**
	 * The rule for a route that fails.
	 *
	 * @param window how many of the last calls are looked at
	 * @param minimumCalls so many calls are needed for a judgement
	 * @param failureRate percentage of them at which calls stop
	 * @param pause until it is tried again
	 */
	record Breaker(@DefaultValue("50") int window, @DefaultValue("10") int minimumCalls,
			@DefaultValue("50") float failureRate, @DefaultValue("5s") Duration pause) {

	}

}

package cn.yigongti.platform.remote;

import java.io.IOException;
import java.net.URI;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import feign.Client;
import feign.Request;
import feign.Response;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;

import org.springframework.cloud.client.loadbalancer.LoadBalancerClient;
import org.springframework.cloud.loadbalancer.support.LoadBalancerClientFactory;
import org.springframework.cloud.openfeign.loadbalancer.FeignBlockingLoadBalancerClient;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * Calls our own services: finds an instance, carries this service's identity, and stops
 * asking a service that keeps failing. Clients of foreign systems (those with a
 * {@code url}) bypass it, so our tokens never leave the platform.
 */
class ServiceClient extends FeignBlockingLoadBalancerClient {

	private final CircuitBreakerRegistry breakers;

	private final ServiceIdentity identity;

	ServiceClient(Client delegate, LoadBalancerClient loadBalancer, LoadBalancerClientFactory factory,
			CircuitBreakerRegistry breakers, ServiceIdentity identity) {
		super(delegate, loadBalancer, factory, List.of());
		this.breakers = breakers;
		this.identity = identity;
	}

	@Override
	public Response execute(Request request, Request.Options options) {
		String service = URI.create(request.url()).getHost();
		CircuitBreaker breaker = this.breakers.circuitBreaker(service);
		try {
			breaker.acquirePermission();
		}
		catch (CallNotPermittedException ex) {
			throw new DependencyUnavailable(service, ex);
		}
		long start = breaker.getCurrentTimestamp();
		try {
			Response response = send(request, options);
			record(breaker, breaker.getCurrentTimestamp() - start, response.status());
			return response;
		}
		catch (IOException | RuntimeException ex) {
			breaker.onError(breaker.getCurrentTimestamp() - start, breaker.getTimestampUnit(), ex);
			throw new DependencyUnavailable(service, ex);
		}
	}

	/**
	 * A token that is refused is replaced by a new one, once: nothing was done yet, so
	 * the request can be sent again.
	 */
	private Response send(Request request, Request.Options options) throws IOException {
		String token = this.identity.token();
		Response response = super.execute(identified(request, token), options);
		if (response.status() != HttpStatus.UNAUTHORIZED.value() || !this.identity.replaces(token)) {
			return response;
		}
		response.close();
		return super.execute(identified(request, this.identity.token()), options);
	}

	private static void record(CircuitBreaker breaker, long duration, int status) {
		if (status >= 500) {
			breaker.onError(duration, breaker.getTimestampUnit(), new IOException("answered " + status));
		}
		else {
			breaker.onSuccess(duration, breaker.getTimestampUnit());
		}
	}

	private static Request identified(Request request, String token) {
		Map<String, Collection<String>> headers = new LinkedHashMap<>(request.headers());
		headers.put(HttpHeaders.AUTHORIZATION, List.of("Bearer " + token));
		return Request.create(request.httpMethod(), request.url(), headers, request.body(), request.charset(),
				request.requestTemplate());
	}

}

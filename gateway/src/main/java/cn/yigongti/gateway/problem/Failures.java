package cn.yigongti.gateway.problem;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.TimeoutException;

import cn.yigongti.gateway.trace.Trace;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;

/** What each failure is to the client. */
final class Failures {

	private static final Logger log = LoggerFactory.getLogger(Failures.class);

	private Failures() {
	}

	static ProblemException problemOf(Throwable failure, ServerWebExchange exchange) {
		return switch (failure) {
			case ProblemException refusal -> refusal;
			case ServerExchangeRejectedException _ -> new ProblemException(HttpStatus.BAD_REQUEST, "malformed");
			case CallNotPermittedException _ -> ProblemException.dependencyUnavailable();
			case IOException _, TimeoutException _, AuthenticationServiceException _ -> unreachable(failure, exchange);
			case ErrorResponse answer -> ofStatus(answer.getStatusCode(), failure, exchange);
			default -> unexpected(failure, exchange);
		};
	}

	/**
	 * An answer that can't be completed: the connection breaks off, which is how the
	 * client notices. What is thrown says less than the failure, because the server logs
	 * it.
	 */
	static Throwable cutShort(Throwable failure, ServerWebExchange exchange) {
		log.warn("{} did not complete its answer: {}, trace={}", routeOf(exchange), failure.getClass().getSimpleName(),
				traceOf(exchange));
		return new AnswerCutShort();
	}

	private static ProblemException ofStatus(HttpStatusCode status, Throwable failure, ServerWebExchange exchange) {
		return switch (HttpStatus.resolve(status.value())) {
			case NOT_FOUND -> new ProblemException(HttpStatus.NOT_FOUND, "not-found");
			case SERVICE_UNAVAILABLE -> unreachable(failure, exchange);
			case GATEWAY_TIMEOUT -> tooLate(exchange);
			case HttpStatus known when known.is4xxClientError() -> new ProblemException(known, codeOf(known));
			case null, default -> unexpected(failure, exchange);
		};
	}

	private static String codeOf(HttpStatus status) {
		return switch (status) {
			case METHOD_NOT_ALLOWED, NOT_ACCEPTABLE, UNSUPPORTED_MEDIA_TYPE ->
				status.getReasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '-');
			case CONTENT_TOO_LARGE -> "too-large";
			default -> "malformed";
		};
	}

	private static ProblemException tooLate(ServerWebExchange exchange) {
		log.warn("{} did not answer in time, trace={}", routeOf(exchange), traceOf(exchange));
		return new ProblemException(HttpStatus.GATEWAY_TIMEOUT, "dependency-timeout");
	}

	/**
	 * Messages of such failures may quote the whole address with its query, so that only
	 * their kind is logged.
	 */
	private static ProblemException unreachable(Throwable failure, ServerWebExchange exchange) {
		Throwable cause = (failure.getCause() != null) ? failure.getCause() : failure;
		log.warn("{} not reachable: {}, trace={}", routeOf(exchange), cause.getClass().getSimpleName(),
				traceOf(exchange));
		return ProblemException.dependencyUnavailable();
	}

	private static ProblemException unexpected(Throwable failure, ServerWebExchange exchange) {
		log.error("unexpected failure, trace={}", traceOf(exchange), WithoutQuery.of(failure));
		return new ProblemException(HttpStatus.INTERNAL_SERVER_ERROR, "internal-error");
	}

	private static String routeOf(ServerWebExchange exchange) {
		Route route = exchange.getAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
		return (route != null) ? route.getId() : "signing keys";
	}

	private static String traceOf(ServerWebExchange exchange) {
		return Trace.of(exchange).map(Trace::traceId).orElse("-");
	}

}

package cn.yigongti.gateway.trace;

import java.util.Optional;

import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;

import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.web.server.ServerWebExchange;

/** Where a request is found in traces: the span in which the gateway handles it. */
public record Trace(String traceId, String spanId, boolean sampled) {

	public static Optional<Trace> of(ServerWebExchange exchange) {
		return ServerRequestObservationContext.findCurrent(exchange.getAttributes())
			.map((context) -> context.<TracingContext>get(TracingContext.class))
			.map(TracingContext::getSpan)
			.map((span) -> of(span.context()));
	}

	private static Trace of(TraceContext context) {
		return new Trace(context.traceId(), context.spanId(), Boolean.TRUE.equals(context.sampled()));
	}

	/** In the form of W3C Trace Context. */
	String header() {
		return "00-" + this.traceId + "-" + this.spanId + (this.sampled ? "-01" : "-00");
	}

}

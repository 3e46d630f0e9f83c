package cn.yigongti.gateway.problem;

import cn.yigongti.gateway.installation.Language;
import cn.yigongti.gateway.trace.Trace;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/** Answers requests with problems. */
@Component
public class Problems {

	private final ProblemTexts texts;

	private final JsonMapper json;

	Problems(ProblemTexts texts, JsonMapper json) {
		this.texts = texts;
		this.json = json;
	}

	/**
	 * Ends the exchange with the problem, whatever a service may have put into the answer
	 * already.
	 */
	public Mono<Void> answer(ServerWebExchange exchange, ProblemException refusal) {
		ServerHttpRequest request = exchange.getRequest();
		ServerHttpResponse response = exchange.getResponse();
		String traceId = Trace.of(exchange).map(Trace::traceId).orElse("");
		Problem problem = this.texts.problem(refusal.status(), refusal.code(), request.getURI().getRawPath(), traceId,
				Language.of(request.getHeaders()));
		byte[] body = this.json.writeValueAsBytes(problem);

		response.setStatusCode(refusal.status());
		HttpHeaders headers = response.getHeaders();
		headers.putAll(refusal.headers());
		headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
		headers.setContentLength(body.length);
		if (HttpMethod.HEAD.equals(request.getMethod())) {
			return response.setComplete();
		}
		DataBuffer buffer = response.bufferFactory().wrap(body);
		return response.writeWith(Mono.just(buffer));
	}

}

package cn.yigongti.gateway.problem;

import reactor.core.publisher.Mono;

import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;

/** The last stop of everything that went wrong before an answer began. */
@Component
@Order(-2)
class ProblemHandler implements WebExceptionHandler {

	private final Problems problems;

	ProblemHandler(Problems problems) {
		this.problems = problems;
	}

	@Override
	public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
		if (exchange.getResponse().isCommitted()) {
			return Mono.error(Failures.cutShort(failure, exchange));
		}
		return Mono.defer(() -> {
			ServerWebExchangeUtils.reset(exchange);
			return this.problems.answer(exchange, Failures.problemOf(failure, exchange));
		});
	}

}

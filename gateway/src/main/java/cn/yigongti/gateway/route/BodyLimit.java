package cn.yigongti.gateway.route;

import java.util.concurrent.atomic.AtomicLong;

import cn.yigongti.gateway.problem.ProblemException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ServerWebExchange;

/**
 * Refuses bodies that are too large with 413: at once when the request says so, or as
 * soon as more has come. What the client goes on sending is thrown away; closing the
 * connection on it would take the answer from it. Only a client which waits for leave to
 * send has nothing under way.
 */
class BodyLimit implements GatewayFilter {

	private final long limit;

	BodyLimit(DataSize limit) {
		this.limit = limit.toBytes();
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
		if (exchange.getRequest().getHeaders().getContentLength() > this.limit) {
			boolean waits = exchange.getRequest().getHeaders().containsHeader(HttpHeaders.EXPECT);
			return Mono.error(waits ? tooLarge().header(HttpHeaders.CONNECTION, "close") : tooLarge());
		}
		return chain.filter(exchange.mutate().request(counted(exchange.getRequest())).build());
	}

	private ServerHttpRequest counted(ServerHttpRequest request) {
		AtomicLong received = new AtomicLong();
		return new ServerHttpRequestDecorator(request) {

			@Override
			public Flux<DataBuffer> getBody() {
				return super.getBody().handle((part, sink) -> {
					if (received.addAndGet(part.readableByteCount()) > BodyLimit.this.limit) {
						DataBufferUtils.release(part);
						sink.error(tooLarge());
					}
					else {
						sink.next(part);
					}
				});
			}

		};
	}

	private static ProblemException tooLarge() {
		return new ProblemException(HttpStatus.CONTENT_TOO_LARGE, "too-large");
	}

}

package cn.yigongti.gateway.trace;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.logging.AccessLogArgProvider;

import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.stereotype.Component;

/** One line for each answer. The query is left out: it may hold a patient's name. */
@Component
class AccessLog implements NettyServerCustomizer {

	private static final Logger log = LoggerFactory.getLogger("access");

	@Override
	public HttpServer apply(HttpServer server) {
		return server.accessLog(true, (request) -> {
			log.info("{} {} {} {} ms {} B request={} trace={}", request.method(), path(request), request.status(),
					request.duration(), request.contentLength(), request.responseHeader(RequestId.HEADER),
					request.responseHeader("traceparent"));
			return null;
		});
	}

	private static String path(AccessLogArgProvider request) {
		@Nullable CharSequence uri = request.uri();
		if (uri == null) {
			return "-";
		}
		String text = uri.toString();
		int query = text.indexOf('?');
		return (query < 0) ? text : text.substring(0, query);
	}

}

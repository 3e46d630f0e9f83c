package cn.yigongti.gateway.problem;

import java.util.Locale;

import cn.yigongti.gateway.trace.RequestId;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * Requests which Netty can't even read (headers too large, a broken request line) never
 * reach our filters; Netty answers them with a bare status. This gives those answers a
 * body too. They are told from ours by the missing request id.
 */
@Component
class UnreadableRequests implements NettyServerCustomizer {

	private final Answers answers;

	UnreadableRequests(ProblemTexts texts, JsonMapper json) {
		this.answers = new Answers(texts, json);
	}

	@Override
	public HttpServer apply(HttpServer server) {
		return server.doOnChannelInit((observer, channel, remote) -> channel.pipeline()
			.addAfter(NettyPipeline.HttpCodec, "yigongti.unreadable", this.answers));
	}

	@Sharable
	private static final class Answers extends ChannelOutboundHandlerAdapter {

		private final ProblemTexts texts;

		private final JsonMapper json;

		Answers(ProblemTexts texts, JsonMapper json) {
			this.texts = texts;
			this.json = json;
		}

		@Override
		public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
			if (message instanceof FullHttpResponse response && isBare(response)) {
				super.write(context, explained(context, response), promise);
				return;
			}
			super.write(context, message, promise);
		}

		private static boolean isBare(FullHttpResponse response) {
			return response.status().code() >= 400 && !response.headers().contains(RequestId.HEADER);
		}

		private FullHttpResponse explained(ChannelHandlerContext context, FullHttpResponse bare) {
			HttpStatus status = HttpStatus.valueOf(bare.status().code());
			String code = (status == HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE || status == HttpStatus.URI_TOO_LONG
					|| status == HttpStatus.CONTENT_TOO_LARGE) ? "header-too-large" : "malformed";
			byte[] body = this.json
				.writeValueAsBytes(this.texts.problem(status, code, "/", "", Locale.SIMPLIFIED_CHINESE));
			FullHttpResponse full = bare.replace(context.alloc().buffer(body.length).writeBytes(body));
			bare.release();
			full.headers()
				.set(RequestId.HEADER, RequestId.fresh())
				.set("X-Content-Type-Options", "nosniff")
				.set(HttpHeaderNames.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE)
				.set(HttpHeaderNames.CONTENT_LENGTH, body.length);
			return full;
		}

	}

}

package cn.yigongti.platform.outbound.call;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import cn.yigongti.platform.outbound.OutboundGuard;
import feign.Client;
import feign.Request;
import feign.Response;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.jspecify.annotations.Nullable;

/**
 * Makes guarded calls: to build a Feign client with, or to use by itself. The answer has
 * been read whole when it is returned; what Feign says of time limits and redirects is
 * ignored.
 */
public class OutboundClient implements Client, AutoCloseable {

	private final OutboundGuard guard;

	private final OutboundLimits limits;

	private final CallProgress progress;

	private final CloseableHttpClient http;

	OutboundClient(OutboundGuard guard, OutboundLimits limits, CallProgress progress, CloseableHttpClient http) {
		this.guard = guard;
		this.limits = limits;
		this.progress = progress;
		this.http = http;
	}

	/**
	 * Calls.
	 * @throws cn.yigongti.platform.outbound.AddressRefused when that may not be called
	 * @throws SocketTimeoutException when a limit of time is over
	 * @throws AnswerTooLarge when the answer is
	 */
	@Override
	public Response execute(Request request, Request.Options ignored) throws IOException {
		this.guard.checkRequest(request.url());
		FutureTask<Response> call = new FutureTask<>(() -> call(request));
		Thread.ofVirtual().name("outbound-call").start(call);
		try {
			return call.get(this.limits.total().toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException ex) {
			throw new SocketTimeoutException("no whole answer within " + this.limits.total());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new InterruptedIOException("interrupted");
		}
		catch (ExecutionException ex) {
			throw failure(ex.getCause());
		}
		finally {
			call.cancel(true);
		}
	}

	private Response call(Request request) throws IOException {
		HttpUriRequestBase http = translated(request);
		try (ClassicHttpResponse answer = this.http.executeOpen(null, http, null)) {
			this.progress.answered(answer.getCode());
			return Response.builder()
				.request(request)
				.status(answer.getCode())
				.reason(answer.getReasonPhrase())
				.headers(headers(answer))
				.body(body(answer, http))
				.build();
		}
	}

	private static HttpUriRequestBase translated(Request request) {
		HttpUriRequestBase http = new HttpUriRequestBase(request.httpMethod().name(), URI.create(request.url()));
		request.headers().forEach((name, values) -> values.forEach((value) -> http.addHeader(name, value)));
		http.removeHeaders(HttpHeaders.CONTENT_LENGTH);
		if (request.body() != null) {
			http.setEntity(new ByteArrayEntity(request.body(), null));
		}
		return http;
	}

	private static Map<String, Collection<String>> headers(ClassicHttpResponse answer) {
		return Arrays.stream(answer.getHeaders())
			.collect(Collectors.toMap(Header::getName, (header) -> List.of(header.getValue()), OutboundClient::joined));
	}

	private static Collection<String> joined(Collection<String> some, Collection<String> more) {
		return Stream.concat(some.stream(), more.stream()).toList();
	}

	private byte[] body(ClassicHttpResponse answer, HttpUriRequestBase http) throws IOException {
		if (answer.getEntity() == null) {
			return new byte[0];
		}
		byte[] bytes = answer.getEntity().getContent().readNBytes(Math.toIntExact(this.limits.answer().toBytes()) + 1);
		if (bytes.length > this.limits.answer().toBytes()) {
			http.abort(); // or else it would be read to its end when it is closed
			throw new AnswerTooLarge(this.limits.answer());
		}
		return bytes;
	}

	private static IOException failure(@Nullable Throwable cause) {
		return switch (cause) {
			case IOException failure -> failure;
			case RuntimeException failure -> throw failure;
			case Error failure -> throw failure;
			case null, default -> new IOException(cause);
		};
	}

	@Override
	public void close() throws IOException {
		this.http.close();
	}

}

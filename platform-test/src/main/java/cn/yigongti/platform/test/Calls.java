package cn.yigongti.platform.test;

import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Calls of one caller. */
public final class Calls {

	private final RestTestClient http;

	private final String bearer;

	public Calls(RestTestClient http, TestTokens caller) {
		this.http = http;
		this.bearer = caller.bearer();
	}

	/** What came back. */
	public record Answer(int status, JsonNode body, HttpHeaders headers) {

		public Answer is(int expected) {
			assertThat(this.status).as(this.body.toString()).isEqualTo(expected);
			return this;
		}

		/** A problem with this code. */
		public Answer is(int expected, String code) {
			is(expected);
			assertThat(text("code")).isEqualTo(code);
			assertThat(this.headers.getFirst("Content-Type")).startsWith("application/problem+json");
			return this;
		}

		/** A field problem with this code at this pointer. */
		public Answer blames(String pointer, String code) {
			assertThat(this.body.path("errors").valueStream())
				.anyMatch((error) -> error.path("pointer").asString().equals(pointer)
						&& error.path("code").asString().equals(code));
			return this;
		}

		public String text(String field) {
			return this.body.path(field).asString("");
		}

		public String etag() {
			return Objects.requireNonNull(this.headers.getETag());
		}

	}

	public Answer get(String uri) {
		return call(HttpMethod.GET, uri, null, Map.of());
	}

	public Answer post(String uri, Object body) {
		return call(HttpMethod.POST, uri, body, Map.of());
	}

	public Answer put(String uri, String ifMatch, Object body) {
		return call(HttpMethod.PUT, uri, body, Map.of(HttpHeaders.IF_MATCH, ifMatch));
	}

	public Answer patch(String uri, String ifMatch, Object body) {
		return call(HttpMethod.PATCH, uri, body, Map.of(HttpHeaders.IF_MATCH, ifMatch));
	}

	public Answer delete(String uri) {
		return call(HttpMethod.DELETE, uri, null, Map.of());
	}

	public Answer call(HttpMethod method, String uri, @Nullable Object body, Map<String, String> headers) {
		var request = this.http.method(method).uri(uri).header(HttpHeaders.AUTHORIZATION, this.bearer);
		headers.forEach(request::header);
		if (body != null) {
			request.contentType(MediaType.APPLICATION_JSON)
				.body((body instanceof String text) ? text : JsonMapper.shared().writeValueAsString(body));
		}
		var result = request.exchange().returnResult(String.class);
		String text = result.getResponseBody();
		JsonNode json = (text != null && !text.isEmpty()) ? JsonMapper.shared().readTree(text)
				: MissingNode.getInstance();
		return new Answer(result.getStatus().value(), json, result.getResponseHeaders());
	}

}

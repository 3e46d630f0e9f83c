package cn.yigongti.iam.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** The service's interfaces, called with a token. */
public final class Api {

	private final HttpClient http = HttpClient.newHttpClient();

	private final int port;

	private final @Nullable String bearer;

	public Api(int port, @Nullable String bearer) {
		this.port = port;
		this.bearer = bearer;
	}

	/** What came back. */
	public record Answer(int status, JsonNode body, HttpResponse<String> response) {

		public String code() {
			return this.body.path("code").asString();
		}

		public String text(String field) {
			return this.body.path(field).asString();
		}

		public String etag() {
			return this.response.headers().firstValue("ETag").orElseThrow();
		}

		public Answer expect(int status) {
			assertThat(this.status).as(this.response.body()).isEqualTo(status);
			return this;
		}

		/** A problem with this code, and a field of it when named. */
		public void refused(int status, String code) {
			expect(status);
			assertThat(code()).isEqualTo(code);
		}

	}

	public Answer get(String path, String... headers) {
		return send("GET", path, null, headers);
	}

	public Answer post(String path, String json, String... headers) {
		return send("POST", path, json, headers);
	}

	public Answer put(String path, String json, String... headers) {
		return send("PUT", path, json, headers);
	}

	public Answer delete(String path) {
		return send("DELETE", path, null);
	}

	private Answer send(String method, String path, @Nullable String json, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + path))
			.header("Content-Type", "application/json")
			.header("X-Forwarded-For", Addresses.another())
			.method(method, (json != null) ? BodyPublishers.ofString(json) : BodyPublishers.noBody());
		if (headers.length > 0) {
			request.headers(headers);
		}
		if (this.bearer != null) {
			request.header("Authorization", this.bearer);
		}
		try {
			HttpResponse<String> response = this.http.send(request.build(), BodyHandlers.ofString());
			JsonNode body = JsonMapper.shared().readTree(response.body().isEmpty() ? "{}" : response.body());
			return new Answer(response.statusCode(), body, response);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}

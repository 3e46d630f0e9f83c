package cn.yigongti.dev.demo;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A machine client of the platform: signs itself in, sends JSON, waits when it is told to
 * slow down.
 */
final class ApiClient implements AutoCloseable {

	private static final JsonMapper JSON = JsonMapper.builder()
		.changeDefaultPropertyInclusion((inclusion) -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
		.build();

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final int ATTEMPTS = 30;

	/** Tokens live for 15 minutes. */
	private static final Duration TOKEN_AGE = Duration.ofMinutes(10);

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final URI gateway;

	private final String credentials;

	private String token = "";

	private Instant tokenSince = Instant.MIN;

	ApiClient(URI gateway, String clientId, String clientSecret) {
		this.gateway = gateway;
		this.credentials = Base64.getEncoder()
			.encodeToString((encoded(clientId) + ":" + encoded(clientSecret)).getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Creates something.
	 * @param key the same each time the same thing is asked for, so that it is made once
	 */
	JsonNode create(String path, String key, Object body) throws IOException, InterruptedException {
		return send(request(path).header("Idempotency-Key", key).POST(json(body))).body();
	}

	JsonNode post(String path, Object body) throws IOException, InterruptedException {
		return send(request(path).POST(json(body))).body();
	}

	/** Without a token, as somebody who has none yet. */
	void postAnonymously(String path, Object body) throws IOException, InterruptedException {
		send(bareRequest(path).POST(json(body)));
	}

	JsonNode get(String path) throws IOException, InterruptedException {
		return send(request(path).GET()).body();
	}

	/** Replaces what is at the sub-resource in whichever version the resource is. */
	void replace(String resource, String subResource, Object body) throws IOException, InterruptedException {
		String version = send(request(resource).GET()).version();
		send(request(resource + subResource).header("If-Match", version).PUT(json(body)));
	}

	/** Puts a file there, whether or not there was one before. */
	void upload(String path, boolean known, String contentType, String content)
			throws IOException, InterruptedException {
		send(request(path).header(known ? "If-Match" : "If-None-Match", "*")
			.setHeader("Content-Type", contentType)
			.PUT(BodyPublishers.ofString(content)));
	}

	void delete(String path) throws IOException, InterruptedException {
		send(request(path).DELETE());
	}

	private HttpRequest.Builder request(String path) throws IOException, InterruptedException {
		return bareRequest(path).header("Authorization", "Bearer " + token());
	}

	private HttpRequest.Builder bareRequest(String path) {
		return HttpRequest.newBuilder(this.gateway.resolve(path))
			.timeout(PATIENCE)
			.header("Content-Type", "application/json")
			.header("Accept-Language", "en");
	}

	private synchronized String token() throws IOException, InterruptedException {
		if (this.tokenSince.plus(TOKEN_AGE).isBefore(Instant.now())) {
			HttpRequest.Builder request = HttpRequest.newBuilder(this.gateway.resolve("/oauth2/token"))
				.timeout(PATIENCE)
				.header("Authorization", "Basic " + this.credentials)
				.header("Content-Type", "application/x-www-form-urlencoded")
				.POST(BodyPublishers.ofString("grant_type=client_credentials"));
			this.token = send(request).body().path("access_token").asString();
			this.tokenSince = Instant.now();
		}
		return this.token;
	}

	/** Sends it again as long as the platform says that it is busy. */
	private Answer send(HttpRequest.Builder builder) throws IOException, InterruptedException {
		HttpRequest request = builder.build();
		HttpResponse<String> response = this.http.send(request, BodyHandlers.ofString());
		for (int i = 1; i < ATTEMPTS && isBusy(response.statusCode()); i++) {
			Thread.sleep(Duration.ofSeconds(response.headers().firstValueAsLong("Retry-After").orElse(1)));
			response = this.http.send(request, BodyHandlers.ofString());
		}
		if (response.statusCode() / 100 != 2) {
			throw new LoadFailed("%s %s was answered with %d %s".formatted(request.method(), request.uri().getPath(),
					response.statusCode(), response.body()));
		}
		return new Answer(JSON.readTree(response.body().isEmpty() ? "null" : response.body()),
				response.headers().firstValue("ETag").orElse(null));
	}

	private static boolean isBusy(int status) {
		return status == 429 || status == 503;
	}

	private static HttpRequest.BodyPublisher json(Object body) {
		return BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	@Override
	public void close() {
		this.http.close();
	}

	private record Answer(JsonNode body, @Nullable String etag) {

		String version() {
			if (this.etag == null) {
				throw new LoadFailed("A resource came without ETag");
			}
			return this.etag;
		}

	}

}

package cn.yigongti.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Requests through the gateway, as one person or machine. */
final class Gateway {

	private final HttpClient http;

	private final URI address;

	private final Map<String, String> headers;

	Gateway(HttpClient http, URI address, Map<String, String> headers) {
		this.http = http;
		this.address = address;
		this.headers = Map.copyOf(headers);
	}

	Gateway with(String header, String value) {
		var more = new HashMap<>(this.headers);
		more.put(header, value);
		return new Gateway(this.http, this.address, more);
	}

	Answer get(String path) {
		return send("GET", path, null);
	}

	/** Sends the parameters encoded. */
	Answer get(String path, Map<String, String> query) {
		return get(path + "?"
				+ query.entrySet()
					.stream()
					.map((entry) -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
					.collect(Collectors.joining("&")));
	}

	/** Walks a list to its end, page by page. */
	void forEachItem(String list, Consumer<JsonNode> visitor) {
		String base = list + (list.contains("?") ? "&" : "?") + "limit=100";
		String cursor = "";
		do {
			Answer page = get(base + cursor).is(200);
			page.items().forEach(visitor);
			cursor = page.body().path("nextCursor").isString() ? "&cursor=" + page.text("nextCursor") : "";
		}
		while (!cursor.isEmpty());
	}

	Answer post(String path, String json) {
		return send("POST", path, json);
	}

	Answer put(String path, String json) {
		return send("PUT", path, json);
	}

	Answer patch(String path, String json) {
		return send("PATCH", path, json);
	}

	Answer delete(String path) {
		return send("DELETE", path, null);
	}

	/** Sends a file as the form field {@code file}. */
	Answer upload(String path, String fileName, byte[] content) {
		String boundary = "boundary-of-a-form";
		String head = "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n"
			.formatted(boundary, fileName);
		return send("POST", path, "multipart/form-data; boundary=" + boundary,
				HttpRequest.BodyPublishers.concat(HttpRequest.BodyPublishers.ofString(head),
						HttpRequest.BodyPublishers.ofByteArray(content),
						HttpRequest.BodyPublishers.ofString("\r\n--" + boundary + "--\r\n")));
	}

	Answer send(String method, String path, @Nullable String json) {
		return (json != null) ? send(method, path, "application/json", HttpRequest.BodyPublishers.ofString(json))
				: send(method, path, null, HttpRequest.BodyPublishers.noBody());
	}

	private Answer send(String method, String path, @Nullable String contentType, HttpRequest.BodyPublisher body) {
		HttpRequest.Builder request = HttpRequest.newBuilder(this.address.resolve(path))
			.timeout(Duration.ofSeconds(30))
			.method(method, body);
		if (contentType != null) {
			request.header("Content-Type", contentType);
		}
		this.headers.forEach(request::setHeader);
		try {
			return Answer.of(this.http.send(request.build(), HttpResponse.BodyHandlers.ofString()));
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

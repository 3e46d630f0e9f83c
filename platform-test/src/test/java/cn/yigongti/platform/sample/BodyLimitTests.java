package cn.yigongti.platform.sample;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

import cn.yigongti.platform.test.ServiceTest;
import cn.yigongti.platform.test.TestTokens;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestConstructor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

@ServiceTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class BodyLimitTests {

	private static final String WRITER = TestTokens.user().mayEverywhere("note:write").bearer();

	private final int port;

	BodyLimitTests(@LocalServerPort int port) {
		this.port = port;
	}

	@ParameterizedTest
	@CsvSource({ "/scans/page, 3145728", "/scans/p%61ge, 3145728", "/scans/thumbnail, 1024" })
	void takeWhatTheMostSpecificPatternAllows(String path, int length) throws Exception {
		for (BodyPublisher body : new BodyPublisher[] { announced(length), unannounced(length) }) {
			HttpResponse<String> answer = send("PUT", path, body);
			assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
			assertThat(answer.body()).endsWith(":" + length + "}");
		}
	}

	@ParameterizedTest
	@CsvSource({ "PUT, /scans/page, 3145729", "PUT, /scans/thumbnail, 1025", "POST, '', 1048577" })
	void refuseOneByteMore(String method, String path, int length) throws Exception {
		for (BodyPublisher body : new BodyPublisher[] { announced(length), unannounced(length) }) {
			refused(send(method, path, body));
			refused(send(method, path, body, "Idempotency-Key", "k"));
		}
	}

	private static BodyPublisher announced(int length) {
		return BodyPublishers.ofString(" ".repeat(length));
	}

	private static BodyPublisher unannounced(int length) {
		return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(" ".repeat(length).getBytes(UTF_8)));
	}

	private static void refused(HttpResponse<String> answer) {
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(413);
		assertThat(answer.body()).contains("\"code\":\"too-large\"");
	}

	private HttpResponse<String> send(String method, String path, BodyPublisher body, String... headers)
			throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest
			.newBuilder(URI.create("http://127.0.0.1:" + this.port + "/notes" + path))
			.header("Authorization", WRITER)
			.header("Content-Type", "application/json")
			.method(method, body);
		if (headers.length > 0) {
			request.headers(headers);
		}
		try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
			return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
		}
	}

}

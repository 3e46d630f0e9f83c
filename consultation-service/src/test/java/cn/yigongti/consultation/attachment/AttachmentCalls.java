package cn.yigongti.consultation.attachment;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

import cn.yigongti.platform.test.Calls;
import cn.yigongti.platform.test.TestTokens;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Calls of one caller about the files of one consultation. */
public final class AttachmentCalls {

	public static final String BOUNDARY = "boundary";

	private final RestTestClient http;

	private final TestTokens caller;

	private final String path;

	public AttachmentCalls(RestTestClient http, TestTokens caller, UUID consultationId) {
		this.http = http;
		this.caller = caller;
		this.path = pathOf(consultationId);
	}

	/** Bytes with what was said of them. */
	public static final class Download {

		private final int status;

		private final HttpHeaders headers;

		private final byte[] bytes;

		Download(int status, HttpHeaders headers, byte[] bytes) {
			this.status = status;
			this.headers = headers;
			this.bytes = bytes;
		}

		public int status() {
			return this.status;
		}

		public HttpHeaders headers() {
			return this.headers;
		}

		public byte[] bytes() {
			return this.bytes;
		}

		public String header(String name) {
			return String.valueOf(this.headers.getFirst(name));
		}

	}

	public static String pathOf(UUID consultationId) {
		return "/api/v1/consultations/" + consultationId + "/attachments";
	}

	/** What stands before the content of a file in a form. */
	public static String head(String name) {
		return "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: text/html\r\n\r\n"
			.formatted(BOUNDARY, name);
	}

	/** What stands behind it. */
	public static String tail() {
		return "\r\n--%s--\r\n".formatted(BOUNDARY);
	}

	public Calls.Answer add(String name, byte[] content) {
		return post(TestFiles.joined(TestFiles.text(head(name)), content, TestFiles.text(tail())));
	}

	public Calls.Answer post(byte[] form) {
		var result = this.http.post()
			.uri(this.path)
			.header(HttpHeaders.AUTHORIZATION, this.caller.bearer())
			.header(HttpHeaders.CONTENT_TYPE, "multipart/form-data; boundary=" + BOUNDARY)
			.body(form)
			.exchange()
			.returnResult(byte[].class);
		return new Calls.Answer(result.getStatus().value(), json(result.getResponseBody()),
				result.getResponseHeaders());
	}

	private static JsonNode json(byte @Nullable [] body) {
		return (body != null && body.length > 0)
				? JsonMapper.shared().readTree(new String(body, StandardCharsets.UTF_8)) : MissingNode.getInstance();
	}

	public Calls.Answer list() {
		return calls().get(this.path);
	}

	public Calls.Answer one(String id) {
		return calls().get(this.path + "/" + id);
	}

	public Calls.Answer remove(String id, String query) {
		return calls().delete(this.path + "/" + id + query);
	}

	public Download download(String id, Map<String, String> headers) {
		return download(HttpMethod.GET, id, headers);
	}

	public Download download(HttpMethod method, String id, Map<String, String> headers) {
		var request = this.http.method(method)
			.uri(this.path + "/" + id + "/content")
			.header(HttpHeaders.AUTHORIZATION, this.caller.bearer());
		headers.forEach(request::header);
		var result = request.exchange().returnResult(byte[].class);
		byte[] body = result.getResponseBody();
		return new Download(result.getStatus().value(), result.getResponseHeaders(),
				(body != null) ? body : new byte[0]);
	}

	private Calls calls() {
		return new Calls(this.http, this.caller);
	}

}

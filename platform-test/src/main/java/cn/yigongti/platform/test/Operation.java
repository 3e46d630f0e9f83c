package cn.yigongti.platform.test;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

import cn.yigongti.platform.caller.RequiresPermission;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

/**
 * One operation of an OpenAPI document.
 *
 * @param permission what a caller needs for it, as the document says
 * @param bodyType what its body is made of, if it takes one
 */
record Operation(HttpMethod method, String template, boolean open, @Nullable String permission,
		@Nullable String bodyType) {

	/** No parts at all, which is as empty as a form can be. */
	private static final String EMPTY_FORM = "--x--\r\n";

	static Operation of(String path, String method, JsonNode operation) {
		boolean open = operation.has("security") && operation.get("security").isEmpty();
		return new Operation(HttpMethod.valueOf(method.toUpperCase(Locale.ROOT)), path, open,
				operation.path("x-permission").asString(null),
				operation.path("requestBody").path("content").propertyNames().stream().findFirst().orElse(null));
	}

	/** Calls it with made-up ids and an empty body; with no token when that is empty. */
	RestTestClient.ResponseSpec call(RestTestClient http, String authorization) {
		String path = this.template.replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
		RestTestClient.RequestBodySpec request = http.method(this.method).uri(path);
		request.headers((headers) -> {
			if (!authorization.isEmpty()) {
				headers.set("Authorization", authorization);
			}
		});
		if (this.bodyType != null) {
			addBody(request, MediaType.valueOf(this.bodyType));
		}
		return request.exchange();
	}

	private static void addBody(RestTestClient.RequestBodySpec request, MediaType type) {
		if (type.equals(MediaType.MULTIPART_FORM_DATA)) {
			request.header("Content-Type", type + "; boundary=x").body(EMPTY_FORM.getBytes(StandardCharsets.UTF_8));
		}
		else {
			request.contentType(type).body("{}");
		}
	}

	boolean forResidents() {
		return RequiresPermission.RESIDENT.equals(this.permission);
	}

	@Override
	public String toString() {
		return this.method + " " + this.template;
	}

}

package cn.yigongti.platform.test;

import java.util.Locale;
import java.util.UUID;

import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

/** One operation of an OpenAPI document. */
record Operation(HttpMethod method, String template, boolean open, boolean takesBody) {

	static Operation of(String path, String method, JsonNode operation) {
		boolean open = operation.has("security") && operation.get("security").isEmpty();
		return new Operation(HttpMethod.valueOf(method.toUpperCase(Locale.ROOT)), path, open,
				operation.has("requestBody"));
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
		if (this.takesBody) {
			request.contentType(MediaType.APPLICATION_JSON).body("{}");
		}
		return request.exchange();
	}

	@Override
	public String toString() {
		return this.method + " " + this.template;
	}

}

package cn.yigongti.platform.remote;

import java.io.IOException;
import java.io.InputStream;

import feign.Response;
import feign.codec.ErrorDecoder;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tells a refusal (4xx) from an outage (everything else). */
class RemoteProblemDecoder implements ErrorDecoder {

	private final JsonMapper json;

	RemoteProblemDecoder(JsonMapper json) {
		this.json = json;
	}

	@Override
	public Exception decode(String methodKey, Response response) {
		if (response.status() < 400 || response.status() >= 500) {
			return new DependencyUnavailable(methodKey + " answered " + response.status(), null);
		}
		return new RemoteProblem(methodKey, response.status(), codeOf(response));
	}

	private String codeOf(Response response) {
		if (response.body() == null) {
			return "unknown";
		}
		try (InputStream body = response.body().asInputStream()) {
			JsonNode problem = this.json.readTree(body);
			return problem.path("code").asString("unknown");
		}
		catch (IOException | JacksonException ex) {
			return "unknown";
		}
	}

}

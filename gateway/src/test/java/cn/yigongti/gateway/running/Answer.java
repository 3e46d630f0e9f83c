package cn.yigongti.gateway.running;

import java.net.http.HttpHeaders;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** What came back. */
public record Answer(int status, HttpHeaders headers, String body) {

	private static final JsonMapper JSON = new JsonMapper();

	public String header(String name) {
		return this.headers.firstValue(name).orElse("");
	}

	public JsonNode json() {
		return JSON.readTree(this.body);
	}

	/**
	 * It is a problem of our contract, with everything in it that belongs there and
	 * nothing else.
	 */
	public Answer isProblem(int status, String code) {
		assertThat(this.status).as(this.body).isEqualTo(status);
		assertThat(header("Content-Type")).isEqualTo("application/problem+json");
		assertThat(json().propertyNames()).containsExactly("type", "title", "status", "detail", "instance", "code",
				"traceId");
		assertThat(json().get("status").asInt()).isEqualTo(status);
		assertThat(json().get("code").asString()).isEqualTo(code);
		assertThat(json().get("type").asString()).isEqualTo("urn:yigongti:problem:" + code);
		assertThat(json().get("title").asString()).isNotBlank();
		assertThat(json().get("detail").asString()).isNotBlank();
		assertThat(this.body).doesNotContain("Exception", "cn.yigongti", "springframework", "netty");
		return this;
	}

}

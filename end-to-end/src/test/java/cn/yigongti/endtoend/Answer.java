package cn.yigongti.endtoend;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What came back. */
record Answer(String request, int status, HttpHeaders headers, JsonNode body) {

	static Answer of(HttpResponse<String> response) {
		String type = response.headers().firstValue("Content-Type").orElse("");
		JsonNode body = type.contains("json") && !response.body().isEmpty()
				? JsonMapper.shared().readTree(response.body()) : MissingNode.getInstance();
		return new Answer(response.request().method() + " " + response.request().uri().getPath(), response.statusCode(),
				response.headers(), body);
	}

	/** Fails the test unless the status is this one. */
	Answer is(int expected) {
		assertThat(this.status).as("%s answered %s", this.request, this.body).isEqualTo(expected);
		return this;
	}

	/**
	 * Fails the test unless this is a problem of that code, told the way the contract
	 * says.
	 */
	Answer isProblem(int expected, String code) {
		is(expected);
		assertThat(header("Content-Type")).as(this.request).startsWith("application/problem+json");
		assertThat(text("code")).as("%s answered %s", this.request, this.body).isEqualTo(code);
		assertThat(this.body.path("status").asInt()).isEqualTo(expected);
		assertThat(text("title")).isNotBlank();
		assertThat(text("traceId")).isNotBlank();
		assertThat(header("X-Request-Id")).isNotBlank();
		assertThat(this.body.toString()).doesNotContain("cn.yigongti.", "Exception", "org.springframework", "SQL");
		return this;
	}

	String header(String name) {
		return this.headers.firstValue(name).orElse("");
	}

	String text(String member) {
		return this.body.path(member).asString("");
	}

	String id() {
		return text("id");
	}

	JsonNode items() {
		return this.body.path("items");
	}

}

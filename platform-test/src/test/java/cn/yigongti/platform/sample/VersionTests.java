package cn.yigongti.platform.sample;

import java.net.URI;
import java.util.Objects;

import cn.yigongti.platform.test.ServiceTest;
import cn.yigongti.platform.test.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.http.MediaType;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.web.servlet.client.RestTestClient;

@ServiceTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class VersionTests {

	private static final String WRITER = TestTokens.user().mayEverywhere("note:read", "note:write").bearer();

	private final RestTestClient http;

	private URI note = URI.create("/");

	VersionTests(RestTestClient http) {
		this.http = http;
	}

	@BeforeEach
	void create() {
		this.note = Objects.requireNonNull(this.http.post()
			.uri("/notes")
			.header("Authorization", WRITER)
			.contentType(MediaType.APPLICATION_JSON)
			.body("{\"text\":\"first\",\"weight\":1}")
			.exchange()
			.expectStatus()
			.isCreated()
			.expectHeader()
			.valueEquals("ETag", "\"0\"")
			.returnResult(Void.class)
			.getResponseHeaders()
			.getLocation());
	}

	@Test
	void answersNotModifiedToAKnownVersion() {
		this.http.get()
			.uri(this.note)
			.header("Authorization", WRITER)
			.header("If-None-Match", "\"0\"")
			.exchange()
			.expectStatus()
			.isNotModified();
	}

	@Test
	void mergesAPatchIntoTheVersionItIsBasedOn() {
		patch("\"0\"", "{\"weight\":5}").expectStatus()
			.isOk()
			.expectHeader()
			.valueEquals("ETag", "\"1\"")
			.expectBody()
			.jsonPath("$.text")
			.isEqualTo("first")
			.jsonPath("$.weight")
			.isEqualTo(5);
	}

	@Test
	void refusesAChangeOfAStaleVersion() {
		patch("\"0\"", "{\"weight\":5}").expectStatus().isOk();
		patch("\"0\"", "{\"weight\":6}").expectStatus()
			.isEqualTo(412)
			.expectBody()
			.jsonPath("$.code")
			.isEqualTo("stale-version");
	}

	@Test
	void refusesAChangeThatNamesNoVersion() {
		this.http.patch()
			.uri(this.note)
			.header("Authorization", WRITER)
			.contentType(MediaType.valueOf("application/merge-patch+json"))
			.body("{}")
			.exchange()
			.expectStatus()
			.isEqualTo(428)
			.expectBody()
			.jsonPath("$.code")
			.isEqualTo("version-required");
	}

	@Test
	void refusesAPatchThatMakesItInvalid() {
		patch("\"0\"", "{\"text\":null}").expectStatus()
			.isEqualTo(422)
			.expectBody()
			.jsonPath("$.errors[0].pointer")
			.isEqualTo("/text");
		patch("\"0\"", "{\"colour\":1}").expectStatus()
			.isBadRequest()
			.expectBody()
			.jsonPath("$.code")
			.isEqualTo("unknown-field");
		patch("\"0\"", "[]").expectStatus().isBadRequest().expectBody().jsonPath("$.code").isEqualTo("malformed");
	}

	private RestTestClient.ResponseSpec patch(String version, String body) {
		return this.http.patch()
			.uri(this.note)
			.header("Authorization", WRITER)
			.header("If-Match", version)
			.contentType(MediaType.valueOf("application/merge-patch+json"))
			.body(body)
			.exchange();
	}

}

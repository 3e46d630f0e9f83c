package cn.yigongti.org;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import cn.yigongti.platform.test.TestTokens;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.util.LinkedMultiValueMap;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The register's API in the hands of a caller, with shortcuts for what tests need to
 * begin with.
 */
public record Api(RestTestClient http, String bearer) {

	private static final String[] EVERYTHING = { "organization:read", "organization:write", "consortium:read",
			"consortium:write", "region:read", "region:write", "organization:import", "system-config:read",
			"system-config:write", "audit-event:read" };

	/** The value of a field that is left out. */
	public static final Object ABSENT = new Object();

	private static final AtomicInteger COUNTIES = new AtomicInteger(100_000);

	/** Somebody who may do everything everywhere. */
	public static Api administrator(RestTestClient http) {
		return new Api(http, TestTokens.user().mayEverywhere(EVERYTHING).bearer());
	}

	/** The same caller, who reads English. */
	public Api inEnglish() {
		return new Api(this.http.mutate().defaultHeader("Accept-Language", "en").build(), this.bearer);
	}

	public static Api of(RestTestClient http, TestTokens token) {
		return new Api(http, token.bearer());
	}

	/**
	 * A county of a made-up province's worth of codes that no other test uses and no
	 * table knows.
	 */
	public static String newCounty() {
		return "54" + String.valueOf(COUNTIES.incrementAndGet()).substring(2);
	}

	/** What an answer says. */
	public record Answer(int status, HttpHeaders headers, @Nullable String text) {

		public JsonNode json() {
			return JsonMapper.shared().readTree(Objects.requireNonNull(this.text));
		}

		public UUID id() {
			return UUID.fromString(expect(201).path("id").asString());
		}

		public String etag() {
			return Objects.requireNonNull(this.headers.getETag());
		}

		public JsonNode expect(int expected) {
			assertThat(this.status).as(String.valueOf(this.text)).isEqualTo(expected);
			return json();
		}

		public JsonNode expect(int expected, String code) {
			JsonNode problem = expect(expected);
			assertThat(problem.path("code").asString()).isEqualTo(code);
			assertThat(this.headers.getFirst("Content-Type")).startsWith("application/problem+json");
			return problem;
		}

		/** The single field problem of a refused body, as {@code pointer code}. */
		public String fieldProblem() {
			JsonNode errors = expect(422, "invalid").path("errors");
			assertThat(errors.size()).as(errors.toString()).isEqualTo(1);
			return errors.get(0).path("pointer").asString() + " " + errors.get(0).path("code").asString();
		}

	}

	public Answer get(String path) {
		return answer(this.http.get().uri("/api/v1" + path).header("Authorization", this.bearer).exchange());
	}

	/** With a header more. */
	public Answer get(String path, String header, String value) {
		return answer(this.http.get()
			.uri("/api/v1" + path)
			.header("Authorization", this.bearer)
			.header(header, value)
			.exchange());
	}

	public Answer post(String path, Object body) {
		return send(HttpMethod.POST, path, null, body);
	}

	public Answer put(String path, @Nullable String ifMatch, Object body) {
		return send(HttpMethod.PUT, path, ifMatch, body);
	}

	/** Of a type that isn't plain JSON. */
	public Answer put(String path, String ifMatch, String contentType, String body) {
		return answer(this.http.put()
			.uri("/api/v1" + path)
			.header("Authorization", this.bearer)
			.header("If-Match", ifMatch)
			.contentType(MediaType.valueOf(contentType))
			.body(body)
			.exchange());
	}

	/** Only where there is nothing yet. */
	public Answer putNew(String path, Object body) {
		return answer(this.http.put()
			.uri("/api/v1" + path)
			.header("Authorization", this.bearer)
			.header("If-None-Match", "*")
			.contentType(MediaType.APPLICATION_JSON)
			.body(JsonMapper.shared().writeValueAsString(body))
			.exchange());
	}

	public Answer patch(String path, @Nullable String ifMatch, Object body) {
		return send(HttpMethod.PATCH, path, ifMatch, body);
	}

	public Answer delete(String path) {
		return answer(this.http.delete().uri("/api/v1" + path).header("Authorization", this.bearer).exchange());
	}

	/** Hands in a file, in the field {@code file}. */
	public Answer upload(String path, String fileName, byte[] content, @Nullable String idempotencyKey) {
		RestTestClient.RequestBodySpec request = this.http.post()
			.uri("/api/v1" + path)
			.header("Authorization", this.bearer)
			.contentType(MediaType.MULTIPART_FORM_DATA);
		if (idempotencyKey != null) {
			request.header("Idempotency-Key", idempotencyKey);
		}
		LinkedMultiValueMap<String, Object> parts = new LinkedMultiValueMap<>();
		parts.add("file", new ByteArrayResource(content) {
			@Override
			public String getFilename() {
				return fileName;
			}
		});
		return answer(request.body(parts).exchange());
	}

	public byte[] download(String path) {
		return Objects.requireNonNull(this.http.get()
			.uri("/api/v1" + path)
			.header("Authorization", this.bearer)
			.exchange()
			.expectStatus()
			.isOk()
			.returnResult(byte[].class)
			.getResponseBody());
	}

	public Answer delete(String path, String ifMatch) {
		return answer(this.http.delete()
			.uri("/api/v1" + path)
			.header("Authorization", this.bearer)
			.header("If-Match", ifMatch)
			.exchange());
	}

	private Answer send(HttpMethod method, String path, @Nullable String ifMatch, Object body) {
		RestTestClient.RequestBodySpec request = this.http.method(method)
			.uri("/api/v1" + path)
			.header("Authorization", this.bearer)
			.contentType(MediaType.APPLICATION_JSON);
		if (ifMatch != null) {
			request.header("If-Match", ifMatch);
		}
		return answer(request.body((body instanceof String text) ? text : JsonMapper.shared().writeValueAsString(body))
			.exchange());
	}

	private static Answer answer(RestTestClient.ResponseSpec response) {
		var result = response.returnResult(String.class);
		return new Answer(result.getStatus().value(), result.getResponseHeaders(), result.getResponseBody());
	}

	/**
	 * The body of an organization that is valid, with some fields set otherwise;
	 * {@code null} removes one.
	 */
	public static Map<String, Object> organization(String regionCode, Object... fields) {
		Map<String, Object> body = new TreeMap<>(Map.of("name", "人民医院", "shortName", "县医院", "type", "A100",
				"regionCode", regionCode, "address", "东大街 1 号", "phone", "023-59222222", "openedOn", "2000-01-01"));
		for (int i = 0; i < fields.length; i += 2) {
			if (fields[i + 1] != ABSENT) {
				body.put((String) fields[i], fields[i + 1]);
			}
			else {
				body.remove((String) fields[i]);
			}
		}
		return body;
	}

	public UUID hospital(String county) {
		return post("/organizations", organization(county)).id();
	}

	public UUID townshipCentre(String county, String township) {
		return post("/organizations", organization(county + township, "type", "C220", "name", "卫生院")).id();
	}

	public UUID clinic(String regionCode, UUID parent) {
		return post("/organizations",
				organization(regionCode, "type", "D600", "name", "卫生室", "parentId", parent.toString()))
			.id();
	}

	/** A consortium since 2020. */
	public UUID consortium(String county, UUID lead) {
		return post("/consortia", Map.of("name", "医共体", "regionCode", county, "leadOrganizationId", lead.toString(),
				"establishedOn", "2020-01-01"))
			.id();
	}

	public Answer join(UUID consortium, UUID organization, String joinedOn) {
		return post("/consortia/" + consortium + "/members",
				Map.of("organizationId", organization.toString(), "joinedOn", joinedOn));
	}

}

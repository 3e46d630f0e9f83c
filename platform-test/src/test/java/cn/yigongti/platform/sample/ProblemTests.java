package cn.yigongti.platform.sample;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import cn.yigongti.platform.test.EveryOperation;
import cn.yigongti.platform.test.ServiceTest;
import cn.yigongti.platform.test.TestTokens;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@ServiceTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class ProblemTests {

	private static final String WRITER = TestTokens.user().mayEverywhere("note:read", "note:write").bearer();

	private final RestTestClient http;

	private final int port;

	ProblemTests(RestTestClient http, @LocalServerPort int port) {
		this.http = http;
		this.port = port;
	}

	@TestFactory
	Stream<DynamicTest> everyOperationRefusesStrangers() {
		return EveryOperation.of(this.http).refusesStrangers();
	}

	@Test
	void refusesAnOperationThatDeclaresNothing() {
		get("/notes/undeclared").expectStatus().isForbidden();
	}

	@Test
	void letsAResidentDoWhatIsForResidentsAndNobodyElse() {
		String resident = TestTokens.resident("reference").mayEverywhere("note:read").bearer();

		get("/api/v1/mobile/notes", resident).expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.resident")
			.isEqualTo("reference");
		problem(get("/api/v1/mobile/notes", WRITER), 403, "permission-missing");
		problem(get("/api/v1/mobile/notes",
				TestTokens.client("backend").mayEverywhere("resident", "note:read").bearer()), 403,
				"permission-missing");
		problem(get("/notes", resident), 403, "permission-missing");
		problem(get("/notes/undeclared", resident), 403, "permission-missing");
	}

	@Test
	void isNoDoorForResidentsOutsideOfTheMobilePaths() {
		problem(get("/notes/misplaced", TestTokens.resident("reference").bearer()), 403, "permission-missing");
	}

	@Test
	void refusesATokenWithSenselessClaims() {
		this.http.get()
			.uri("/notes")
			.header("Authorization", TestTokens.user().claim("caller", "ALIEN").bearer())
			.exchange()
			.expectStatus()
			.isUnauthorized();
	}

	@Test
	void namesAnUnknownParameter() {
		problem(get("/notes?wieght=1"), 400, "unknown-parameter");
		problem(get("/notes/mine?subject=1"), 400, "unknown-parameter");
	}

	@Test
	void namesAParameterOfTheWrongType() {
		problem(get("/notes?weight=heavy"), 400, "invalid-parameter").jsonPath("$.errors[0].pointer")
			.isEqualTo("/weight")
			.jsonPath("$.errors[0].detail")
			.isEqualTo("类型或取值不对");
	}

	@Test
	void namesAParameterOutOfRange() {
		problem(get("/notes?weight=-1"), 400, "invalid-parameter").jsonPath("$.errors[0].code").isEqualTo("min");
		problem(get("/notes?limit=201"), 400, "invalid-parameter").jsonPath("$.errors[0].pointer").isEqualTo("/limit");
		problem(get("/notes?sort=text"), 400, "invalid-parameter").jsonPath("$.errors[0].pointer").isEqualTo("/sort");
	}

	@Test
	void refusesAParameterThatCanNotBeStoredOrComesTwice() {
		problem(get(URI.create("/notes?sort=%00")), 400, "invalid-parameter");
		problem(get(URI.create("/notes?cursor=%ED%A0%80")), 400, "malformed");
		problem(get("/notes?weight=1&weight=2"), 400, "invalid-parameter").jsonPath("$.errors[0].code")
			.isEqualTo("repeated");
	}

	@Test
	void refusesABrokenCursor() {
		problem(get("/notes?cursor=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"), 400, "invalid-cursor");
		problem(get("/notes?cursor="), 400, "invalid-cursor");
	}

	@Test
	void doesNotFindAnIdThatIsNone() {
		problem(get("/notes/not-an-id"), 404, "not-found");
		problem(get("/nowhere"), 404, "not-found");
	}

	@Test
	void refusesAPathThatLooksLikeAnAttack() throws IOException {
		String attack = "GET /notes/%252e%252e/x;a HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.port)) {
			socket.getOutputStream().write(attack.getBytes(StandardCharsets.US_ASCII));
			String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			assertThat(answer).startsWith("HTTP/1.1 400").contains("\"code\":\"malformed\"");
		}
	}

	@Test
	void namesTheInvalidFieldsOfABody() {
		problem(post("{\"text\":\"\",\"weight\":1,\"author\":{\"name\":\"\"}}"), 422, "invalid")
			.jsonPath("$.errors[?(@.pointer=='/text')].code")
			.isEqualTo("not-blank")
			.jsonPath("$.errors[?(@.pointer=='/author/name')].code")
			.isEqualTo("not-blank");
	}

	@Test
	void namesAnUnknownField() {
		problem(post("{\"text\":\"a\",\"weight\":1,\"author\":{\"name\":\"b\",\"age\":3}}"), 400, "unknown-field")
			.jsonPath("$.errors[0].pointer")
			.isEqualTo("/author/age");
	}

	@Test
	void refusesWhatIsNoJsonOrOfTheWrongType() {
		problem(post("{"), 400, "malformed");
		problem(post(""), 400, "malformed");
		problem(post("{\"text\":\"a\",\"weight\":\"one\"}"), 400, "malformed").jsonPath("$.errors[0].pointer")
			.isEqualTo("/weight");
		problem(post("{\"text\":\"nul \\u0000\",\"weight\":1}"), 400, "malformed").jsonPath("$.errors[0].pointer")
			.isEqualTo("/text");
		problem(post("{\"text\":\"half \\ud800\",\"weight\":1}"), 400, "malformed");
		problem(post("{\"text\":\"a\",\"weight\":1} trailing"), 400, "malformed");
	}

	@Test
	void refusesABodyOverTheLimit() {
		problem(post("{\"text\":\"" + "a".repeat(2_000_000) + "\",\"weight\":1}"), 413, "too-large");
	}

	@Test
	void refusesAnotherContentTypeOrMethod() {
		problem(this.http.post()
			.uri("/notes")
			.header("Authorization", WRITER)
			.contentType(MediaType.TEXT_PLAIN)
			.body("a")
			.exchange(), 415, "unsupported-media-type");
		problem(this.http.method(HttpMethod.DELETE).uri("/notes").header("Authorization", WRITER).exchange(), 405,
				"method-not-allowed");
	}

	@Test
	void speaksChineseUnlessAskedForEnglish() {
		problem(get("/notes/x"), 404, "not-found").jsonPath("$.title").isEqualTo("不存在");
		this.http.get()
			.uri("/notes/x")
			.header("Authorization", WRITER)
			.header("Accept-Language", "en-GB")
			.exchange()
			.expectBody()
			.jsonPath("$.title")
			.isEqualTo("Not found")
			.jsonPath("$.instance")
			.isEqualTo("/notes/x");
		this.http.get()
			.uri("/notes")
			.header("Accept-Language", "en")
			.exchange()
			.expectBody()
			.jsonPath("$.title")
			.isEqualTo("Not signed in, or the token is not valid");
	}

	@Test
	void answersAFailureOfOursWithoutItsInside() {
		problem(post("{\"text\":\"fail\",\"weight\":1}"), 500, "internal-error").jsonPath("$.traceId")
			.isNotEmpty()
			.jsonPath("$.detail")
			.isEqualTo("错误已记录，可凭 traceId 查询。");
	}

	@Test
	void answersWithARequestId() {
		this.http.get()
			.uri("/notes")
			.header("X-Request-Id", "abc-1")
			.exchange()
			.expectHeader()
			.valueEquals("X-Request-Id", "abc-1");
		this.http.get()
			.uri("/notes")
			.header("X-Request-Id", "<script>")
			.exchange()
			.expectHeader()
			.valueMatches("X-Request-Id", "[0-9a-f-]{36}");
	}

	/** As it stands, without encoding. */
	private RestTestClient.ResponseSpec get(URI uri) {
		return this.http.get()
			.uri(URI.create("http://127.0.0.1:" + this.port + uri))
			.header("Authorization", WRITER)
			.exchange();
	}

	private RestTestClient.ResponseSpec get(String uri, String bearer) {
		return this.http.get().uri(uri).header("Authorization", bearer).exchange();
	}

	private RestTestClient.ResponseSpec get(String uri) {
		return this.http.get().uri(uri).header("Authorization", WRITER).exchange();
	}

	private RestTestClient.ResponseSpec post(String body) {
		return this.http.post()
			.uri("/notes")
			.header("Authorization", WRITER)
			.contentType(MediaType.APPLICATION_JSON)
			.body(body)
			.exchange();
	}

	private static RestTestClient.BodyContentSpec problem(RestTestClient.ResponseSpec answer, int status, String code) {
		return answer.expectStatus()
			.isEqualTo(status)
			.expectHeader()
			.contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
			.expectBody()
			.jsonPath("$.code")
			.isEqualTo(code);
	}

}

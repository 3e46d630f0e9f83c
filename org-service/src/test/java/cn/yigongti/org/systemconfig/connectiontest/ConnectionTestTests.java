package cn.yigongti.org.systemconfig.connectiontest;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import cn.yigongti.org.Api;
import cn.yigongti.org.systemconfig.NameService;
import cn.yigongti.org.systemconfig.SystemConfigTest;
import cn.yigongti.platform.test.StubServer;
import cn.yigongti.platform.test.TestTokens;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@SystemConfigTest
class ConnectionTestTests {

	private static final String ONE_USER = """
			{"content":[{"userId":"17","loginName":"zhangsan","name":"张三","orgCode":"H1","staffType":"DOCTOR",
			"enabled":true}],"totalElements":1,"last":true}""";

	private final RestTestClient http;

	private final int port;

	private final NameService names;

	private final JdbcClient jdbc;

	private final Api api;

	private final UUID hospital;

	private final StubServer his = StubServer.start().answer(200, ONE_USER);

	ConnectionTestTests(RestTestClient http, @LocalServerPort int port, NameService names, JdbcClient jdbc) {
		this.http = http;
		this.port = port;
		this.names = names;
		this.jdbc = jdbc;
		this.api = Api.administrator(http);
		this.hospital = this.api.hospital(Api.newCounty());
	}

	@AfterEach
	void stop() {
		this.his.close();
		this.names.reset();
	}

	@Test
	void callsTheAddressThatApplies() {
		this.api.put("/organizations/" + this.hospital + "/system-config", "*", Map.of("systemApiUrl", address()))
			.expect(200);
		JsonNode answer = test("").expect(200);
		assertThat(answer.path("passed").asBoolean()).isTrue();
		assertThat(answer.has("failure")).isFalse();
		assertThat(answer.path("systemApiUrl").asString()).isEqualTo(address());
		assertThat(answer.path("status").asInt()).isEqualTo(200);
		assertThat(steps(answer)).containsExactly("NAME OK", "CONNECT OK", "STATUS OK", "CONTRACT OK");
		assertThat(this.his.seen())
			.containsExactly("his.example.cn:" + this.his.port() + "/base/api/users?page=0&size=1");
	}

	@Test
	void triesAnAddressBeforeItIsSet() {
		assertThat(tried().path("passed").asBoolean()).isTrue();
		this.api.get("/organizations/" + this.hospital + "/system-config").expect(200);
		test(Map.of()).expect(409, "nothing-to-test");
	}

	@Test
	void tellsTheStepThatFailedInTheLanguageOfTheCaller() {
		this.his.close();
		JsonNode answer = tried();
		assertThat(answer.path("passed").asBoolean()).isFalse();
		assertThat(answer.path("failure").path("kind").asString()).isEqualTo("CONNECT");
		assertThat(reason(answer)).isEqualTo("connection-refused");
		assertThat(answer.path("failure").path("detail").asString()).isEqualTo("该地址和端口没有服务在监听");
		assertThat(steps(answer)).containsExactly("NAME OK", "CONNECT FAILED");
		JsonNode english = this.api.inEnglish()
			.post(path(this.hospital), Map.of("systemApiUrl", address()))
			.expect(200);
		assertThat(english.path("failure").path("detail").asString())
			.isEqualTo("nobody listens at the address and port");
	}

	@ParameterizedTest
	@CsvSource({ "500, status-server-error", "401, status-client-error", "200, not-json" })
	void repeatsNothingOfTheAnswer(int status, String reason) {
		this.his.answer(status, "root:x:0:0 张三 13800000001");
		Api.Answer answer = test(Map.of("systemApiUrl", address()));
		assertThat(reason(answer.expect(200))).isEqualTo(reason);
		assertThat(answer.text()).doesNotContain("root", "张三", "13800000001");
	}

	@Test
	void waitsOnlySoLong() {
		this.his.staySilent();
		assertThat(reason(tried())).isEqualTo("timed-out");
	}

	@Test
	void followsNoRedirect() {
		try (StubServer inside = StubServer.start().answer(200, ONE_USER)) {
			this.his.behave((exchange) -> {
				exchange.getResponseHeaders().set("Location", "http://127.0.0.1:" + inside.port() + "/api/users");
				exchange.sendResponseHeaders(307, -1);
			});
			assertThat(reason(tried())).isEqualTo("status-redirect");
			assertThat(inside.seen()).isEmpty();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://169.254.169.254/latest/meta-data", "http://2852039166/", "http://0xa9fea9fe",
			"http://0xa9.0xfe.0xa9.0xfe", "http://0251.0376.0251.0376", "http://0251.254.43518", "http://169.254.43518",
			"http://127.0.0.1", "http://127.1", "http://0", "http://[::1]", "http://[::ffff:169.254.169.254]",
			"http://[::ffff:a9fe:a9fe]", "http://[64:ff9b::a9fe:a9fe]", "http://[2002:a9fe:a9fe::1]",
			"http://[fd00:ec2::254]", "http://１６９.254.169.254" })
	void refusesAddressesInDisguise(String address) {
		assertThat(test(Map.of("systemApiUrl", address)).fieldProblem()).isEqualTo("/systemApiUrl address-literal");
	}

	@ParameterizedTest
	@CsvSource({ "file:///etc/passwd, address-scheme", "gopher://his.example.cn, address-scheme",
			"http://his.example.cn@169.254.169.254, address-user-info", "http://localhost, address-not-allowed",
			"http://example.cn, address-not-allowed", "http://his.example.cn.evil.org, address-not-allowed",
			"http://his.example.cn?x=, address-query" })
	void refusesWhatTheOperatorHasNotListed(String address, String code) {
		assertThat(test(Map.of("systemApiUrl", address)).fieldProblem()).isEqualTo("/systemApiUrl " + code);
	}

	@ParameterizedTest
	@ValueSource(strings = { "169.254.169.254", "10.0.0.1", "192.168.0.1", "100.100.100.200", "0.0.0.0", "::1",
			"::ffff:169.254.169.254", "64:ff9b::a9fe:a9fe", "64:ff9b::a00:1", "2002:a9fe:a9fe::1", "fd00:ec2::254",
			"fe80::1", "fc00::1" })
	void callsNoNameThatLeadsInside(String address) {
		this.names.sayAlways(address);
		JsonNode answer = tried();
		assertThat(answer.path("failure").path("kind").asString()).isEqualTo("NOT_ALLOWED");
		assertThat(reason(answer)).isEqualTo("address-network");
		assertThat(steps(answer)).containsExactly("NAME FAILED");
		assertThat(this.his.seen()).isEmpty();
	}

	/** Each call asks once, and goes to the very addresses that were checked. */
	@Test
	void isNotFooledByANameThatChanges() {
		var times = new AtomicInteger();
		this.names.say((_) -> List
			.of(InetAddress.ofLiteral((times.getAndIncrement() == 0) ? "127.0.0.1" : "169.254.169.254")));
		assertThat(tried().path("passed").asBoolean()).isTrue();
		assertThat(this.names.asked()).isOne();
		assertThat(reason(tried())).isEqualTo("address-network");
		assertThat(this.names.asked()).isEqualTo(2);
		assertThat(this.his.seen()).hasSize(1);
	}

	@Test
	void callsNoNameOfWhichOneAddressLeadsInside() {
		this.names.say((_) -> List.of(InetAddress.ofLiteral("127.0.0.1"), InetAddress.ofLiteral("169.254.169.254")));
		assertThat(reason(tried())).isEqualTo("address-network");
		assertThat(this.his.seen()).isEmpty();
	}

	@Test
	void makesOnlySoManyTestsAtOnce() throws Exception {
		this.his.staySilent();
		try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<JsonNode>> waiting = IntStream.range(0, 2)
				.mapToObj((_) -> callers.submit(this::tried))
				.toList();
			Awaitility.await().until(() -> this.his.seen().size() == 2);
			Api.Answer refused = impatient().post(path(this.hospital), Map.of("systemApiUrl", address()));
			refused.expect(429, "too-many-connection-tests");
			assertThat(refused.headers().getFirst("Retry-After")).isEqualTo("5");
			this.his.close();
			for (Future<JsonNode> each : waiting) {
				assertThat(each.get().path("passed").asBoolean()).isFalse();
			}
		}
	}

	@Test
	void isForThoseWhoMayChangeTheConfiguration() {
		Api reader = Api.of(this.http, TestTokens.user().mayEverywhere("system-config:read"));
		reader.post(path(this.hospital), Map.of("systemApiUrl", address())).expect(403, "permission-missing");
		UUID user = UUID.randomUUID();
		Api writer = Api.of(this.http, TestTokens.user(user).mayInOrganization(this.hospital, "system-config:write"));
		writer.post(path(UUID.randomUUID()), Map.of("systemApiUrl", address())).expect(404, "not-found");
		assertThat(this.his.seen()).isEmpty();
		writer.post(path(this.hospital), Map.of("systemApiUrl", address())).expect(200);
		assertThat(this.jdbc.sql("select action from audit_event where caller = ?")
			.param(user.toString())
			.query(String.class)
			.list()).containsExactly("system-config:test-connection");
	}

	/** Who doesn't come back by themselves when they are told to. */
	private Api impatient() {
		return Api.administrator(RestTestClient.bindToServer(new JdkClientHttpRequestFactory())
			.baseUrl("http://127.0.0.1:" + this.port)
			.build());
	}

	private JsonNode tried() {
		return test(Map.of("systemApiUrl", address())).expect(200);
	}

	private Api.Answer test(Object body) {
		return this.api.post(path(this.hospital), body);
	}

	private String address() {
		return "http://his.example.cn:" + this.his.port() + "/base";
	}

	private static String path(UUID organization) {
		return "/organizations/" + organization + "/system-config/connection-test";
	}

	private static String reason(JsonNode answer) {
		return answer.path("failure").path("reason").asString();
	}

	private static List<String> steps(JsonNode answer) {
		return answer.path("steps")
			.valueStream()
			.map((step) -> step.path("step").asString() + " " + step.path("outcome").asString())
			.toList();
	}

}

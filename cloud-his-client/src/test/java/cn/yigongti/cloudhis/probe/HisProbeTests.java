package cn.yigongti.cloudhis.probe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import javax.net.ssl.SSLContext;

import cn.yigongti.cloudhis.probe.Failure.Kind;
import cn.yigongti.platform.outbound.HostNames;
import cn.yigongti.platform.outbound.OutboundGuard;
import cn.yigongti.platform.outbound.OutboundProperties;
import cn.yigongti.platform.outbound.call.OutboundClients;
import cn.yigongti.platform.outbound.call.OutboundLimits;
import cn.yigongti.platform.test.StubServer;
import cn.yigongti.platform.test.TestCertificates;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.util.unit.DataSize;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

class HisProbeTests {

	private static final String HOST = "his.example.cn";

	private static final String ONE_USER = """
			{"content":[{"userId":"17","loginName":"zhangsan","name":"张三","gender":"1","mobile":"13800000001",
			"orgCode":"H1","deptCode":"03","deptName":"内科","staffType":"DOCTOR","title":"主治医师","enabled":true,
			"updatedAt":"2026-11-22T08:00:00Z"}],"totalElements":1,"last":true}""";

	@TempDir
	static Path folder;

	static TestCertificates certificates;

	private @Nullable StubServer server;

	private HostNames names = (_) -> List.of(InetAddress.ofLiteral("127.0.0.1"));

	private Duration limit = Duration.ofSeconds(10);

	@BeforeAll
	static void makeCertificates() {
		certificates = TestCertificates.in(folder);
	}

	@AfterEach
	void stop() {
		if (this.server != null) {
			this.server.close();
		}
	}

	@Test
	void findsAllWell() {
		ProbeReport report = probe(StubServer.start().answer(200, ONE_USER));
		assertThat(report.failure()).isNull();
		assertThat(report.status()).isEqualTo(200);
		assertThat(report.steps()).extracting(StepResult::step)
			.containsExactly(Step.NAME, Step.CONNECT, Step.STATUS, Step.CONTRACT);
		assertThat(server().seen()).containsExactly(HOST + ":" + server().port() + "/his/api/users?page=0&size=1");
	}

	@Test
	void findsAllWellBehindTls() {
		ProbeReport report = probe(StubServer.start(certificates.server(HOST)).answer(200, ONE_USER), "https");
		assertThat(report.failure()).isNull();
		assertThat(report.steps()).extracting(StepResult::step).containsExactly(Step.values());
		assertThat(report.steps()).extracting(StepResult::outcome).containsOnly(StepResult.Outcome.OK);
	}

	@Test
	void doesNotAskWhereItMayNot() {
		StubServer refused = StubServer.start().answer(200, ONE_USER);
		this.server = refused;
		ProbeReport report = probe(URI.create("http://127.0.0.1:" + refused.port()));
		assertFailed(report, Kind.NOT_ALLOWED, "address-literal");
		assertThat(report.steps()).isEmpty();
		assertThat(refused.seen()).isEmpty();
	}

	@Test
	void doesNotAskWhereTheNameLeadsInside() {
		this.names = (_) -> List.of(InetAddress.ofLiteral("127.0.0.1"), InetAddress.ofLiteral("169.254.169.254"));
		ProbeReport report = probe(StubServer.start().answer(200, ONE_USER));
		assertFailed(report, Kind.NOT_ALLOWED, "address-network", Step.NAME);
		assertThat(server().seen()).isEmpty();
	}

	@Test
	void tellsAnUnknownName() {
		this.names = (host) -> {
			throw new UnknownHostException(host);
		};
		assertFailed(probe(StubServer.start()), Kind.NAME, "name-unknown", Step.NAME);
	}

	@Test
	void tellsThatNobodyListens() {
		StubServer gone = StubServer.start();
		gone.close();
		assertFailed(probe(URI.create("http://" + HOST + ":" + gone.port())), Kind.CONNECT, "connection-refused",
				Step.CONNECT);
	}

	@Test
	void tellsACertificateNobodyVouchesFor() {
		assertFailed(probe(StubServer.start(certificates.selfSignedServer(HOST)), "https"), Kind.TLS,
				"certificate-not-trusted", Step.TLS);
	}

	@Test
	void tellsACertificateThatHasExpired() {
		assertFailed(probe(StubServer.start(certificates.expiredServer(HOST)), "https"), Kind.TLS,
				"certificate-expired", Step.TLS);
	}

	@Test
	void tellsACertificateOfAnotherHost() {
		assertFailed(probe(StubServer.start(certificates.server("other.example.cn")), "https"), Kind.TLS,
				"certificate-of-another", Step.TLS);
	}

	@Test
	void tellsAServerThatSpeaksNoTls() throws Exception {
		try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
			Thread.ofVirtual().start(() -> {
				try (Socket caller = plain.accept()) {
					caller.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII));
				}
				catch (IOException ex) {
					throw new UncheckedIOException(ex);
				}
			});
			assertFailed(probe(URI.create("https://" + HOST + ":" + plain.getLocalPort())), Kind.TLS, "tls-failed",
					Step.TLS);
		}
	}

	@ParameterizedTest
	@CsvSource({ "302, status-redirect", "401, status-client-error", "404, status-client-error",
			"500, status-server-error", "503, status-server-error" })
	void tellsTheStatus(int status, String reason) {
		StubServer refusing = StubServer.start().behave((exchange) -> {
			exchange.getResponseHeaders().set("Location", "http://" + HOST + "/elsewhere");
			exchange.sendResponseHeaders(status, -1);
		});
		ProbeReport report = probe(refusing);
		assertFailed(report, Kind.STATUS, reason, Step.STATUS);
		assertThat(report.status()).isEqualTo(status);
		assertThat(refusing.seen()).hasSize(1);
	}

	@Test
	void tellsAConnectionThatIsCutOff() {
		ProbeReport report = probe(StubServer.start().behave((exchange) -> {
		}));
		assertFailed(report, Kind.STATUS, "no-answer", Step.STATUS);
	}

	@Test
	void tellsAnAnswerTooLarge() {
		assertFailed(probe(StubServer.start().pour()), Kind.CONTRACT, "too-large", Step.CONTRACT);
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`',
			value = { "`<html>`, not-json, ", "`[]`, not-json, ", "`{\"content\":[`, not-json, ", "`{} {}`, not-json, ",
					"`{\"error\":0}`, field-missing, /content",
					"`{\"content\":{},\"totalElements\":0,\"last\":true}`, field-wrong, /content",
					"`{\"content\":[],\"last\":true}`, field-missing, /totalElements",
					"`{\"content\":[],\"totalElements\":\"0\",\"last\":true}`, field-wrong, /totalElements",
					"`{\"content\":[],\"totalElements\":0,\"last\":null}`, field-missing, /last",
					"`{\"content\":[17],\"totalElements\":1,\"last\":true}`, field-missing, /content/0/userId" })
	void namesWhatIsMissingOrWrong(String answer, String reason, @Nullable String field) {
		ProbeReport report = probe(StubServer.start().answer(200, answer));
		assertFailed(report, Kind.CONTRACT, reason, Step.CONTRACT);
		assertThat(failure(report).field()).isEqualTo(field);
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`',
			value = { "\"userId\":\"17\", \"userId\":17, field-wrong, userId",
					"\"loginName\", \"login\", field-missing, loginName", "\"张三\", \" \", field-wrong, name",
					"\"H1\", null, field-missing, orgCode", "\"DOCTOR\", \"doctor\", field-wrong, staffType",
					"\"enabled\":true, \"enabled\":1, field-wrong, enabled",
					"2026-11-22T08:00:00Z, 2026-11-22 08:00:00, field-wrong, updatedAt" })
	void namesTheFieldOfTheUser(String right, String wrong, String reason, String field) {
		ProbeReport report = probe(StubServer.start().answer(200, ONE_USER.replace("\n", "").replace(right, wrong)));
		assertFailed(report, Kind.CONTRACT, reason, Step.CONTRACT);
		assertThat(failure(report).field()).isEqualTo("/content/0/" + field);
	}

	@Test
	void tellsTextInAnotherEncoding() {
		StubServer old = StubServer.start().behave((exchange) -> {
			exchange.sendResponseHeaders(200, 0);
			exchange.getResponseBody().write(ONE_USER.getBytes(Charset.forName("GB18030")));
		});
		assertFailed(probe(old), Kind.CONTRACT, "not-utf-8", Step.CONTRACT);
	}

	@Test
	void findsAHisWithoutUsersWell() {
		assertThat(
				probe(StubServer.start().answer(200, "{\"content\":[],\"totalElements\":0,\"last\":true}")).failure())
			.isNull();
	}

	@Test
	void waitsOnlySoLongForAnAnswer() {
		this.limit = Duration.ofMillis(300);
		assertFailed(probe(StubServer.start().staySilent()), Kind.TIMEOUT, "timed-out", Step.STATUS);
	}

	@Test
	void waitsOnlySoLongForTheWholeAnswer() {
		this.limit = Duration.ofMillis(300);
		assertFailed(probe(StubServer.start().drip()), Kind.TIMEOUT, "timed-out", Step.CONTRACT);
	}

	private static void assertFailed(ProbeReport report, Kind kind, String reason) {
		assertThat(failure(report).kind()).as(report.toString()).isEqualTo(kind);
		assertThat(failure(report).reason()).isEqualTo(reason);
	}

	private static void assertFailed(ProbeReport report, Kind kind, String reason, Step last) {
		assertFailed(report, kind, reason);
		assertThat(report.steps().getLast().step()).isEqualTo(last);
		assertThat(report.steps().getLast().outcome()).isEqualTo(StepResult.Outcome.FAILED);
		assertThat(report.steps().subList(0, report.steps().size() - 1)).extracting(StepResult::outcome)
			.allMatch(StepResult.Outcome.OK::equals);
	}

	private static Failure failure(ProbeReport report) {
		Failure failure = report.failure();
		assertThat(failure).isNotNull();
		return failure;
	}

	private StubServer server() {
		StubServer started = this.server;
		assertThat(started).isNotNull();
		return started;
	}

	private ProbeReport probe(StubServer his) {
		return probe(his, "http");
	}

	private ProbeReport probe(StubServer his, String scheme) {
		this.server = his;
		return probe(URI.create(scheme + "://" + HOST + ":" + his.port() + "/his"));
	}

	private ProbeReport probe(URI his) {
		SSLContext trust = certificates.client();
		OutboundGuard guard = new OutboundGuard(
				new OutboundProperties(List.of(HOST + ":*"), List.of("127.0.0.0/8"), null), this.names);
		return new HisProbe(new OutboundClients(guard, trust),
				new OutboundLimits(this.limit, this.limit, this.limit, DataSize.ofKilobytes(64)))
			.probe(his);
	}

}

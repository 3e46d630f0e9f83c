package cn.yigongti.gateway;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import cn.yigongti.gateway.running.Answer;
import cn.yigongti.gateway.running.RunningGateway;
import cn.yigongti.gateway.running.StubService.Request;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class BodyLimitTests {

	private static final int MEBIBYTE = 1024 * 1024;

	private final RunningGateway gateway = RunningGateway.shared();

	@Test
	void takesOneMebibyteOfJson() {
		assertThat(send("/api/v1/referrals", known(MEBIBYTE)).status()).isEqualTo(200);
		assertThat(this.gateway.service("referral-service").lastRequest().body()).hasSize(MEBIBYTE);
	}

	@ParameterizedTest
	@CsvSource({ "/api/v1/referrals,1048577", "/api/v1/referrals,10485760", "/login,1048577",
			"/api/v1/referral-events,8388609", "/api/v1/organization-imports,67108865" })
	void refusesMoreAtOnceWhenTheRequestSaysSo(String path, int size) {
		send(path, known(size)).isProblem(413, "too-large");
		RunningGateway.SERVICES
			.forEach((name) -> assertThat(this.gateway.service(name).requests()).extracting(Request::path)
				.doesNotContain(path));
	}

	@ParameterizedTest
	@CsvSource({ "/api/v1/referrals,1048577", "/api/v1/referrals,10485760", "/api/v1/metric-values,9000000" })
	void refusesMoreWhenItComesInPieces(String path, int size) {
		send(path, inPieces(size)).isProblem(413, "too-large");
		RunningGateway.SERVICES
			.forEach((name) -> assertThat(this.gateway.service(name).requests()).extracting(Request::path)
				.doesNotContain(path));
	}

	/** The answer must not get lost while the client is still sending. */
	@RepeatedTest(20)
	void answersAClientThatGoesOnSending() {
		send("/api/v1/referrals", known(10 * MEBIBYTE)).isProblem(413, "too-large");
		send("/api/v1/referrals", inPieces(10 * MEBIBYTE)).isProblem(413, "too-large");
		assertThat(this.gateway.browser("user-1").get("/api/v1/referrals").status()).isEqualTo(200);
	}

	@Test
	void tellsAClientThatWaitsForLeaveNotToSend() throws IOException {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.gateway.port())) {
			socket.setSoTimeout(10_000);
			socket.getOutputStream().write("""
					POST /oauth2/token HTTP/1.1\r
					Host: x\r
					Content-Length: 10485760\r
					Expect: 100-continue\r
					\r
					""".getBytes(StandardCharsets.US_ASCII));
			String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			assertThat(answer).startsWith("HTTP/1.1 413 ").contains("\"code\":\"too-large\"");
		}
	}

	@Test
	void takesABodyInPiecesThatIsNotTooLarge() {
		assertThat(send("/api/v1/referrals", inPieces(MEBIBYTE)).status()).isEqualTo(200);
		assertThat(this.gateway.service("referral-service").lastRequest().body()).hasSize(MEBIBYTE);
	}

	@Test
	void takesFilesAndLongListsWhereTheyBelong() {
		assertThat(send("/api/v1/organization-imports", inPieces(20 * MEBIBYTE)).status()).isEqualTo(200);
		assertThat(send("/api/v1/referral-events", known(8 * MEBIBYTE)).status()).isEqualTo(200);
	}

	/** It is not the service's fault, so that the breaker must not open for others. */
	@Test
	void doesNotBlameTheService() {
		for (int i = 0; i < 20; i++) {
			send("/api/v1/records/1", inPieces(MEBIBYTE + 1)).isProblem(413, "too-large");
		}
		assertThat(this.gateway.browser("user-1").get("/api/v1/records/1").status()).isEqualTo(200);
	}

	private Answer send(String path, BodyPublisher body) {
		return this.gateway.browser("user-1").with("Content-Type", "application/json").send("POST", path, body);
	}

	private static BodyPublisher known(int size) {
		return BodyPublishers.ofByteArray(bytes(size));
	}

	private static BodyPublisher inPieces(int size) {
		return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes(size)));
	}

	private static byte[] bytes(int size) {
		byte[] bytes = new byte[size];
		Arrays.fill(bytes, (byte) ' ');
		return bytes;
	}

}

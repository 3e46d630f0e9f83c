package cn.yigongti.gateway;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import cn.yigongti.gateway.running.Answer;
import cn.yigongti.gateway.running.RunningGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class ProblemTests {

	private final RunningGateway gateway = RunningGateway.shared();

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			zh-CN                | 未登录或令牌无效
			zh                   | 未登录或令牌无效
			zh-TW,zh;q=0.9       | 未登录或令牌无效
			en                   | 'Not signed in, or the token is not valid'
			en-GB,en;q=0.9       | 'Not signed in, or the token is not valid'
			fr;q=0.9,en;q=0.1    | 'Not signed in, or the token is not valid'
			de                   | 未登录或令牌无效
			*                    | 未登录或令牌无效
			not a language; q=?? | 未登录或令牌无效
			""")
	void speaksTheLanguageThatIsAskedFor(String acceptLanguage, String title) {
		Answer answer = this.gateway.browser().with("Accept-Language", acceptLanguage).get("/api/v1/me");
		assertThat(answer.isProblem(401, "unauthorized").json().get("title").asString()).isEqualTo(title);
	}

	@Test
	void speaksChineseByDefault() {
		Answer answer = this.gateway.browser().get("/api/v1/me").isProblem(401, "unauthorized");
		assertThat(answer.json().get("title").asString()).isEqualTo("未登录或令牌无效");
	}

	@Test
	void namesThePathWithoutItsQuery() {
		Answer answer = this.gateway.browser().get("/api/v1/referrals?q=%E5%BC%A0%E4%B8%89");
		assertThat(answer.isProblem(401, "unauthorized").json().get("instance").asString())
			.isEqualTo("/api/v1/referrals");
	}

	@Test
	void quotesTheTrace() {
		Answer answer = this.gateway.browser()
			.with("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
			.get("/api/v1/me");
		assertThat(answer.isProblem(401, "unauthorized").json().get("traceId").asString())
			.isEqualTo("0af7651916cd43dd8448eb211c80319c");
	}

	@Test
	void hasNoBodyWhereNoneIsAskedFor() {
		Answer answer = this.gateway.browser().send("HEAD", "/api/v1/me");
		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.body()).isEmpty();
	}

	@Test
	void saysThatHeadersAreTooLarge(CapturedOutput output) throws IOException {
		String answer = raw(
				"GET /api/v1/me?q=ZhangSan HTTP/1.1\r\nHost: x\r\nX-Long: " + "x".repeat(20_000) + "\r\n\r\n");
		assertThat(answer).startsWith("HTTP/1.1 431 ")
			.containsIgnoringCase("content-type: application/problem+json")
			.containsIgnoringCase("x-request-id: ")
			.contains("\"code\":\"header-too-large\"", "请求头过大");
		assertThat(output).doesNotContain("ZhangSan");
	}

	@Test
	void saysThatAnAddressIsTooLong() throws IOException {
		String answer = raw("GET /api/v1/me?q=" + "x".repeat(20_000) + " HTTP/1.1\r\nHost: x\r\n\r\n");
		assertThat(answer).startsWith("HTTP/1.1 414 ").contains("\"code\":\"header-too-large\"");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '~', textBlock = """
			GET /api/v1/me?q=| HTTP/1.1
			GET /api/v1/me?q=%zz HTTP/1.1
			nonsense
			GET /api/v1/me HTTP/x.y
			""")
	void saysThatARequestIsMalformed(String line) throws IOException {
		assertThat(raw(line + "\r\nHost: x\r\nConnection: close\r\n\r\n")).startsWith("HTTP/1.1 400 ")
			.contains("\"code\":\"malformed\"");
	}

	private String raw(String request) throws IOException {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.gateway.port())) {
			socket.setSoTimeout(10_000);
			socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
			socket.getOutputStream().flush();
			byte[] answer = new byte[8192];
			int length = 0;
			int read = 0;
			while (read != -1 && !new String(answer, 0, length, StandardCharsets.UTF_8).contains("}")) {
				read = socket.getInputStream().read(answer, length, answer.length - length);
				length += Math.max(0, read);
			}
			return new String(answer, 0, length, StandardCharsets.UTF_8);
		}
	}

}

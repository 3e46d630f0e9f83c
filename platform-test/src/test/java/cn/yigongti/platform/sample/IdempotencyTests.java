package cn.yigongti.platform.sample;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import cn.yigongti.platform.test.ServiceTest;
import cn.yigongti.platform.test.TestTokens;
import org.junit.jupiter.api.Test;

import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@ServiceTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class IdempotencyTests {

	private static final String WRITER = writer();

	private final RestTestClient http;

	private final JdbcClient jdbc;

	private final String key = UUID.randomUUID().toString();

	private final String text = "note " + this.key.substring(0, 8);

	IdempotencyTests(RestTestClient http, JdbcClient jdbc) {
		this.http = http;
		this.jdbc = jdbc;
	}

	@Test
	void replaysTheFirstAnswer() {
		var first = post(this.text, WRITER);
		var second = post(this.text, WRITER);
		assertThat(second.getStatus()).isEqualTo(first.getStatus());
		assertThat(second.getResponseBody()).isEqualTo(first.getResponseBody()).contains(this.text);
		assertThat(second.getResponseHeaders().getLocation()).isEqualTo(first.getResponseHeaders().getLocation());
		assertThat(second.getResponseHeaders().getFirst("ETag")).isEqualTo("\"0\"");
		assertThat(second.getResponseHeaders().getFirst("Idempotent-Replay")).isEqualTo("true");
		assertThat(first.getResponseHeaders().getFirst("Idempotent-Replay")).isNull();
		assertThat(written(this.text)).isOne();
	}

	@Test
	void refusesTheKeyForAnotherBody() {
		post(this.text, WRITER);
		var other = post("other", WRITER);
		assertThat(other.getStatus().value()).isEqualTo(422);
		assertThat(other.getResponseBody()).contains("idempotency-key-reused");
	}

	@Test
	void givesNobodyElsesAnswer() {
		post(this.text, WRITER);
		var other = post(this.text, writer());
		assertThat(other.getStatus().value()).isEqualTo(201);
		assertThat(written(this.text)).isEqualTo(2);
	}

	@Test
	void remembersNothingOfAFailure() {
		assertThat(post("fail", WRITER).getStatus().value()).isEqualTo(500);
		assertThat(written("fail")).isZero();
		assertThat(post(this.text, WRITER).getStatus().value()).isEqualTo(201);
	}

	@Test
	void remembersNothingOfInvalidInput() {
		assertThat(post("", WRITER).getStatus().value()).isEqualTo(422);
		assertThat(post(this.text, WRITER).getStatus().value()).isEqualTo(201);
	}

	@Test
	void doesWhatManySendAtOnceOnce() throws InterruptedException {
		Callable<Integer> send = () -> post(this.text, WRITER).getStatus().value();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Integer> answers = threads.invokeAll(Stream.generate(() -> send).limit(12).toList())
				.stream()
				.map((answer) -> answer.resultNow())
				.toList();
			assertThat(answers).isSubsetOf(201, 409).contains(201);
		}
		assertThat(written(this.text)).isOne();
	}

	@Test
	void refusesAKeyThatIsNone() {
		var answer = this.http.post()
			.uri("/notes")
			.header("Authorization", WRITER)
			.header("Idempotency-Key", "a".repeat(256))
			.contentType(MediaType.APPLICATION_JSON)
			.body("{\"text\":\"a\",\"weight\":1}")
			.exchange();
		answer.expectStatus().isBadRequest().expectBody().jsonPath("$.code").isEqualTo("invalid-parameter");
	}

	@Test
	void keepsAnswersEncrypted() {
		post(this.text, WRITER);
		assertThat(this.jdbc.sql("select body from idempotency_key where key = ?")
			.param(this.key)
			.query(String.class)
			.single()).startsWith("1:").doesNotContain(this.text);
	}

	private int written(String note) {
		return this.jdbc.sql("select count(*) from note where text = ?").param(note).query(Integer.class).single();
	}

	private EntityExchangeResult<String> post(String note, String writer) {
		return Objects.requireNonNull(this.http.post()
			.uri("/notes")
			.header("Authorization", writer)
			.header("Idempotency-Key", this.key)
			.contentType(MediaType.APPLICATION_JSON)
			.body("{\"text\":\"" + note + "\",\"weight\":1}")
			.exchange()
			.returnResult(String.class));
	}

	private static String writer() {
		return TestTokens.user().mayEverywhere("note:read", "note:write").bearer();
	}

}

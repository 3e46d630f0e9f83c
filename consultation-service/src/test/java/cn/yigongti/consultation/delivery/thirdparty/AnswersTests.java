package cn.yigongti.consultation.delivery.thirdparty;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class AnswersTests {

	private static final UUID ID = UUID.fromString("019a9f30-5c00-7000-8000-0000000000d1");

	private final Answers answers = new Answers(JsonMapper.shared(),
			Clock.fixed(Instant.parse("2026-11-28T08:00:00Z"), ZoneOffset.UTC));

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`',
			value = { "200, ``, delivered", "204, ``, delivered", "202, `{}`, delivered",
					"200, `{\"deliveryId\":\"019a9f30-5c00-7000-8000-0000000000d1\"}`, delivered",
					"200, `{\"deliveryId\":\"019A9F30-5C00-7000-8000-0000000000D1\",\"duplicate\":true}`, duplicate",
					"409, `{\"deliveryId\":\"019a9f30-5c00-7000-8000-0000000000d1\"}`, duplicate" })
	void takesForAConfirmation(int status, String body, String code) {
		Outcome outcome = read(status, null, body);
		assertThat(outcome.isAccepted()).isTrue();
		assertThat(outcome.code()).isEqualTo(code);
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`',
			value = { "200, `<html>`, unreadable-answer", "200, `[]`, unreadable-answer",
					"200, `OK`, unreadable-answer", "200, `{} {}`, unreadable-answer", "200, ` `, unreadable-answer",
					"200, `{\"deliveryId\":\"another\"}`, unreadable-answer", "409, `{}`, status-409",
					"409, `<html>`, status-409", "409, `{\"deliveryId\":\"another\"}`, status-409" })
	void takesForNoConfirmation(int status, String body, String code) {
		Outcome outcome = read(status, null, body);
		assertThat(outcome.isPassing()).isTrue();
		assertThat(outcome.code()).isEqualTo(code);
	}

	@Test
	void readsWhenToComeAgain() {
		assertThat(read(503, "120", "").retryAfter()).isEqualTo(Duration.ofMinutes(2));
		assertThat(read(503, "Sat, 28 Nov 2026 08:05:00 GMT", "").retryAfter()).isEqualTo(Duration.ofMinutes(5));
		assertThat(read(503, "soon", "").retryAfter()).isNull();
		assertThat(read(503, "99999999999999999999", "").retryAfter()).isNull();
		assertThat(read(503, null, "").retryAfter()).isNull();
	}

	private Outcome read(int status, @Nullable String retryAfter, String body) {
		return this.answers.read(status, retryAfter, body.getBytes(StandardCharsets.UTF_8), ID);
	}

}

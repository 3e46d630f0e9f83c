package cn.yigongti.endtoend;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Bodies of referral requests, with patients nobody has met. */
final class Referrals {

	private static final int[] WEIGHTS = { 7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2 };

	private Referrals() {
	}

	static String application(String target, String type) {
		return application(target, type, residentId());
	}

	static String application(String target, String type, String idNumber) {
		return """
				{"targetId":"%s","type":"%s","patient":{"name":"李秀英","idNumber":"%s","phone":"13800000001"},
				"department":"心血管内科","advice":"建议上级医院进一步诊治","reason":"反复胸痛三天",
				"diagnosis":{"code":"I20.900","text":"心绞痛"},"appointmentAt":"%s","emergency":false}""".formatted(target,
				type, idNumber, Instant.now().plus(1, ChronoUnit.DAYS));
	}

	static String event(String type, String more) {
		return """
				{"source":"peoples-his","eventId":"%s","type":"%s","occurredAt":"%s"%s}""".formatted(UUID.randomUUID(),
				type, Instant.now(), more);
	}

	/** Valid, of somebody made up. */
	static String residentId() {
		ThreadLocalRandom random = ThreadLocalRandom.current();
		LocalDate birth = LocalDate.of(1940, 1, 1).plusDays(random.nextInt(25_000));
		String body = "500229" + birth.toString().replace("-", "") + "%03d".formatted(random.nextInt(1_000));
		return body + checkDigit(body);
	}

	static char checkDigit(String body) {
		int sum = 0;
		for (int i = 0; i < WEIGHTS.length; i++) {
			sum += WEIGHTS[i] * (body.charAt(i) - '0');
		}
		return "10X98765432".charAt(sum % 11);
	}

}

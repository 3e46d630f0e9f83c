package cn.yigongti.referral.application;

import java.time.Duration;
import java.time.Instant;

import cn.yigongti.platform.problem.InvalidInput;

/**
 * When an appointment may be: not before the application, and not so late that nobody
 * would keep it.
 */
final class AppointmentRules {

	/** Clocks differ, and writing takes a while: an emergency is sent for at once. */
	private static final Duration LENIENCY = Duration.ofMinutes(5);

	static final Duration FURTHEST = Duration.ofDays(90);

	private static final Instant EARLIEST_IMPORT = Instant.parse("2000-01-01T00:00:00Z");

	private AppointmentRules() {
	}

	static void check(Instant appointmentAt, Instant appliedAt) {
		if (appointmentAt.isBefore(appliedAt.minus(LENIENCY))) {
			throw new InvalidInput("/appointmentAt", "past");
		}
		if (appointmentAt.isAfter(appliedAt.plus(FURTHEST))) {
			throw new InvalidInput("/appointmentAt", "too-far-ahead", FURTHEST.toDays());
		}
	}

	static void checkImported(Instant appliedAt, Instant now) {
		if (appliedAt.isAfter(now)) {
			throw new InvalidInput("/appliedAt", "future");
		}
		if (appliedAt.isBefore(EARLIEST_IMPORT)) {
			throw new InvalidInput("/appliedAt", "too-long-ago");
		}
	}

}

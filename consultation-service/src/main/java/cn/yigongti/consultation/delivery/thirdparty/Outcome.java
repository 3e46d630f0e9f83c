package cn.yigongti.consultation.delivery.thirdparty;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * How an attempt ended.
 *
 * @param code stable, kebab-case; never what the other side said
 * @param retryAfter when the other side wants to be asked again, if it said so
 */
public record Outcome(String code, Kind kind, @Nullable Duration retryAfter) {

	public enum Kind {

		/** The other side has it. */
		ACCEPTED,
		/** It may well be accepted another time. */
		PASSING,
		/** The other side has read it and will never accept it as it is. */
		REJECTED,
		/** Nobody was called: the operator doesn't let us call there. */
		NOT_ALLOWED

	}

	static Outcome of(String code, Kind kind) {
		return new Outcome(code, kind, null);
	}

	static Outcome passing(String code) {
		return of(code, Kind.PASSING);
	}

	public static Outcome addressRefused() {
		return of("address-refused", Kind.NOT_ALLOWED);
	}

	public boolean isAccepted() {
		return this.kind == Kind.ACCEPTED;
	}

	/** Whether the same attempt may end otherwise later. */
	public boolean isPassing() {
		return this.kind == Kind.PASSING;
	}

}

package cn.yigongti.iam.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Runs like the system's clock, ahead of it by as much as a test says. */
public final class MovableClock extends Clock {

	private volatile Duration ahead = Duration.ZERO;

	public void advance(Duration duration) {
		this.ahead = this.ahead.plus(duration);
	}

	public void reset() {
		this.ahead = Duration.ZERO;
	}

	@Override
	public ZoneId getZone() {
		return ZoneOffset.UTC;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Instant instant() {
		return Instant.now().plus(this.ahead);
	}

}

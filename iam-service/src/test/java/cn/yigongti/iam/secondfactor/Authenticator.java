package cn.yigongti.iam.secondfactor;

import java.time.Clock;

/** The app on somebody's phone. */
public final class Authenticator {

	private final byte[] secret;

	private final Clock clock;

	public Authenticator(String secret, Clock clock) {
		this.secret = Enrolment.bytesOf(secret.replace(" ", ""));
		this.clock = clock;
	}

	public String code() {
		return code(0);
	}

	/** The code it showed, or will show, some steps from now. */
	public String code(int steps) {
		return OneTimeCodes.code(this.secret, this.clock.instant().getEpochSecond() / OneTimeCodes.SECONDS + steps);
	}

	/** Six digits that are none of the codes good now. */
	public String wrong() {
		String wrong = "000000";
		while (wrong.equals(code(-1)) || wrong.equals(code(0)) || wrong.equals(code(1)) || wrong.equals(code(2))) {
			wrong = String.format("%06d", Integer.parseInt(wrong) + 1);
		}
		return wrong;
	}

}

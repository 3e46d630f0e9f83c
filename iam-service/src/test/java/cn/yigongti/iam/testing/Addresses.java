package cn.yigongti.iam.testing;

import java.util.concurrent.ThreadLocalRandom;

/** Addresses that requests come from, as the gateway would tell them. */
public final class Addresses {

	private Addresses() {
	}

	/** One that nobody else has, as good as certainly. */
	public static String another() {
		int number = ThreadLocalRandom.current().nextInt(1 << 24);
		return "10." + (number >> 16) + "." + ((number >> 8) & 0xff) + "." + (number & 0xff);
	}

}

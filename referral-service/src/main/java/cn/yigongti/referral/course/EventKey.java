package cn.yigongti.referral.course;

import java.util.Comparator;

/**
 * What makes an event of a hospital the same event again: the system it comes from and
 * its id there.
 */
public record EventKey(String source, String eventId) implements Comparable<EventKey> {

	private static final Comparator<EventKey> ORDER = Comparator.comparing(EventKey::source)
		.thenComparing(EventKey::eventId);

	@Override
	public int compareTo(EventKey other) {
		return ORDER.compare(this, other);
	}

}

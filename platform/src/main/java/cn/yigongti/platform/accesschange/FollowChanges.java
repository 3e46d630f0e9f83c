package cn.yigongti.platform.accesschange;

import java.util.List;

import cn.yigongti.platform.accesschange.ChangeStream.Entry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears of what is published, round by round. Reads the last entry it knows again each
 * time: when that is gone, Redis has lost the stream, and reading begins anew.
 */
final class FollowChanges {

	private static final Logger log = LoggerFactory.getLogger(FollowChanges.class);

	private static final int PAGE = 1_000;

	private final ChangeStream stream;

	private final AccessChanges changes;

	private @Nullable String last;

	private boolean silent;

	FollowChanges(ChangeStream stream, AccessChanges changes) {
		this.stream = stream;
		this.changes = changes;
	}

	void round() {
		String reason = "nothing is published";
		try {
			while (readPage()) {
				log.trace("there is more");
			}
		}
		catch (RuntimeException ex) {
			log.debug("no answer from Redis", ex);
			reason = ex.getClass().getSimpleName();
		}
		this.changes.forgetOld();
		say(this.changes.isSilent(), reason);
	}

	/** Whether there may be more. */
	private boolean readPage() {
		List<Entry> entries = this.stream.read(this.last, PAGE);
		if (this.last != null && (entries.isEmpty() || !entries.getFirst().id().equals(this.last))) {
			this.last = null;
			return true;
		}
		entries.stream().skip((this.last != null) ? 1 : 0).forEach(this::hear);
		if (!entries.isEmpty()) {
			this.last = entries.getLast().id();
		}
		return entries.size() == PAGE;
	}

	private void hear(Entry entry) {
		this.changes.hear(entry.changes());
		if (entry.whole()) {
			this.changes.isWhole();
		}
	}

	private void say(boolean nowSilent, String reason) {
		if (nowSilent && !this.silent) {
			log.warn("Changes of access are not heard of ({}): requests go on with what their tokens say", reason);
		}
		else if (this.silent && !nowSilent) {
			log.info("Changes of access are heard of again");
		}
		this.silent = nowSilent;
	}

}

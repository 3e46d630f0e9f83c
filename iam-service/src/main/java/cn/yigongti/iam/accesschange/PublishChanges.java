package cn.yigongti.iam.accesschange;

import java.util.Optional;
import java.util.SequencedMap;

import cn.yigongti.platform.accesschange.ChangeStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes what is noted, round by round, and with the last of each round that this is
 * all. Every replica does; what two publish is the same. When Redis has lost what we
 * wrote, everything is published anew.
 */
class PublishChanges {

	private static final Logger log = LoggerFactory.getLogger(PublishChanges.class);

	private static final int BATCH = 500;

	private final NotedChanges noted;

	private final ChangeStream stream;

	private @Nullable String last;

	private boolean failing;

	PublishChanges(NotedChanges noted, ChangeStream stream) {
		this.noted = noted;
		this.stream = stream;
	}

	void round() {
		try {
			boolean done = this.last != null && publish(false);
			if (done || publish(true)) {
				say(null);
			}
		}
		catch (RuntimeException ex) {
			log.debug("changes of access not published", ex);
			say(ex);
		}
	}

	/** Whether the stream took it all. */
	private boolean publish(boolean everything) {
		String after = "";
		SequencedMap<String, Long> page;
		do {
			page = everything ? this.noted.all(after, BATCH) : this.noted.pending(after, BATCH);
			Optional<String> entry = this.stream.append(this.last, page, page.size() < BATCH);
			this.last = entry.orElse(null);
			if (entry.isEmpty()) {
				return false;
			}
			this.noted.markPublished(page);
			after = page.isEmpty() ? "" : page.lastEntry().getKey();
		}
		while (page.size() == BATCH);
		return true;
	}

	private void say(@Nullable RuntimeException failure) {
		if (failure != null && !this.failing) {
			log.warn("Changes of access can't be published ({}): they wait", failure.getClass().getSimpleName());
		}
		else if (failure == null && this.failing) {
			log.info("Changes of access are published again");
		}
		this.failing = failure != null;
	}

}

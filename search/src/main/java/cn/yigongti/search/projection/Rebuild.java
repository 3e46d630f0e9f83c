package cn.yigongti.search.projection;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A build of a whole index from all rows.
 *
 * @param target name in Elasticsearch of what is built
 * @param fingerprint of the mapping that it is built with
 * @param after the id that the walk has got to
 * @param cancelling whether it is to end without having done anything
 */
public record Rebuild(UUID id, String index, String target, String fingerprint, State state, @Nullable UUID after,
		long rowsIndexed, long rowsRefused, boolean cancelling, @Nullable String failure, Instant requestedAt,
		@Nullable Instant startedAt, @Nullable Instant finishedAt) {

	/** What has become of it. */
	public enum State {

		QUEUED, RUNNING, DONE, CANCELLED, FAILED

	}

	public boolean open() {
		return this.state == State.QUEUED || this.state == State.RUNNING;
	}

}

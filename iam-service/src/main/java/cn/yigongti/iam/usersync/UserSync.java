package cn.yigongti.iam.usersync;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A run.
 *
 * @param reason why it failed; with several HIS, the first of their reasons
 * @param sources the HIS it concerns; none before they are known
 */
public record UserSync(UUID id, SyncOptions options, SyncState state, @Nullable String reason,
		List<SourceProgress> sources, long version, Instant startedAt, @Nullable Instant finishedAt) {

	public UserSync {
		sources = List.copyOf(sources);
	}

	/** Of all sources together. */
	public SyncCounts counts() {
		return this.sources.stream().map(SourceProgress::counts).reduce(SyncCounts.NONE, SyncCounts::plus);
	}

}

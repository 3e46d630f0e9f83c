package cn.yigongti.search.web;

import java.time.Instant;
import java.util.UUID;

import cn.yigongti.search.projection.Rebuild;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A build of an index.
 *
 * @param failure kind of error, when it has failed
 */
@Schema(name = "SearchIndexRebuild")
record RebuildResponse(UUID id, String index, Rebuild.State state, boolean cancelling, long rowsIndexed,
		long rowsRefused, Instant requestedAt, @Nullable Instant startedAt, @Nullable Instant finishedAt,
		@Nullable String failure) {

	static RebuildResponse of(Rebuild rebuild) {
		return new RebuildResponse(rebuild.id(), rebuild.index(), rebuild.state(),
				rebuild.cancelling() && rebuild.open(), rebuild.rowsIndexed(), rebuild.rowsRefused(),
				rebuild.requestedAt(), rebuild.startedAt(), rebuild.finishedAt(), rebuild.failure());
	}

}

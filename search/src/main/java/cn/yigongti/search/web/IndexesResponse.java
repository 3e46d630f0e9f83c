package cn.yigongti.search.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import cn.yigongti.search.projection.LiveIndex;
import cn.yigongti.search.projection.RebuildIndexes.Condition;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "SearchIndexes")
record IndexesResponse(List<Item> items) {

	/**
	 * An index.
	 *
	 * @param builtAt when what is searched was made; absent when there is nothing to
	 * search
	 * @param rebuild the latest
	 */
	@Schema(name = "SearchIndex")
	record Item(String name, @Nullable Instant builtAt, double lagSeconds, long waiting, long parked,
			@Nullable RebuildResponse rebuild) {

	}

	static IndexesResponse of(List<Condition> conditions) {
		return new IndexesResponse(conditions.stream().map(IndexesResponse::item).toList());
	}

	private static Item item(Condition condition) {
		return new Item(condition.name(), Optional.ofNullable(condition.live()).map(LiveIndex::builtAt).orElse(null),
				condition.backlog().lag().toMillis() / 1000.0, condition.backlog().waiting(),
				condition.backlog().parked(),
				Optional.ofNullable(condition.rebuild()).map(RebuildResponse::of).orElse(null));
	}

}

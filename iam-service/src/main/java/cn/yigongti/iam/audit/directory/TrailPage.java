package cn.yigongti.iam.audit.directory;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Events of one service, in the order asked for.
 *
 * @param nextCursor present when there are more
 */
public record TrailPage(List<TrailEvent> items, @Nullable String nextCursor, long total,
		@Nullable Boolean totalIsLowerBound) {

	public TrailPage {
		items = List.copyOf(items);
	}

}

package cn.yigongti.iam.audit;

import java.util.List;

import cn.yigongti.iam.audit.directory.TrailEvent;
import org.jspecify.annotations.Nullable;

/**
 * One page of events of several services.
 *
 * @param unavailable services whose events are missing, since they couldn't be asked
 */
public record FoundEvents(List<Found> items, @Nullable String nextCursor, long total, boolean totalIsLowerBound,
		List<String> unavailable) {

	public FoundEvents {
		items = List.copyOf(items);
		unavailable = List.copyOf(unavailable);
	}

	/** An event, and in whose trail it stands. */
	public record Found(String service, TrailEvent event) {

	}

}

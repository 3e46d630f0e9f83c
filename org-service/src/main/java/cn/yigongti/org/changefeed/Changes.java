package cn.yigongti.org.changefeed;

import java.util.List;

/**
 * What a follower has not read yet, the oldest first.
 *
 * @param nextCursor where to go on, also when there is nothing new
 * @param more whether there is more to read at once
 */
public record Changes(List<ChangedOrganization> items, String nextCursor, boolean more) {

	public Changes {
		items = List.copyOf(items);
	}

}

package cn.yigongti.org.changefeed.web;

import java.time.Instant;
import java.util.List;

import cn.yigongti.org.changefeed.ChangedOrganization;
import cn.yigongti.org.changefeed.Changes;
import cn.yigongti.org.organization.web.OrganizationResponse;

/**
 * A part of the feed.
 *
 * @param nextCursor where to go on, also when there is nothing new
 * @param more whether there is more to read at once
 */
record ChangesResponse(List<ChangeResponse> items, String nextCursor, boolean more) {

	/** An organization as it is now. */
	record ChangeResponse(OrganizationResponse organization, Instant changedAt) {

		static ChangeResponse of(ChangedOrganization change) {
			return new ChangeResponse(OrganizationResponse.of(change.organization()), change.changedAt());
		}

	}

	static ChangesResponse of(Changes changes) {
		return new ChangesResponse(changes.items().stream().map(ChangeResponse::of).toList(), changes.nextCursor(),
				changes.more());
	}

}

package cn.yigongti.referral.referral.web;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import cn.yigongti.referral.course.ReferralStatus;
import cn.yigongti.referral.referral.AllowedActions;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * What the caller may do now.
 *
 * @param eventTypes types of hospital events that would move the referral at once
 */
@Schema(name = "Actions")
record ActionsResponse(ReferralStatus status, List<Item> actions, Set<ReferralStatus> eventTypes) {

	@Schema(name = "Action")
	record Item(AllowedActions.Action action, String method, String href) {

		static Item of(AllowedActions.Action action, UUID id) {
			String referral = "/api/v1/referrals/" + id;
			return switch (action) {
				case AMEND -> new Item(action, "PATCH", referral);
				case VOID -> new Item(action, "POST", referral + "/void");
				case RETURN -> new Item(action, "POST", referral + "/return");
				case REPORT_EVENT -> new Item(action, "POST", referral + "/events");
			};
		}

	}

	static ActionsResponse of(UUID id, ReferralStatus status, AllowedActions allowed) {
		return new ActionsResponse(status, allowed.actions().stream().map((action) -> Item.of(action, id)).toList(),
				allowed.reportable());
	}

}

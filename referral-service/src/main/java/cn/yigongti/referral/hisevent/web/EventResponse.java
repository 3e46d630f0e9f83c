package cn.yigongti.referral.hisevent.web;

import cn.yigongti.referral.hisevent.EventOutcome;
import cn.yigongti.referral.referral.web.ReferralResponse;
import io.swagger.v3.oas.annotations.media.Schema;

@Schema(name = "EventAnswer")
record EventResponse(EventOutcome outcome, ReferralResponse referral) {
}

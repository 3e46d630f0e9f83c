package cn.yigongti.referral.course;

import java.time.Instant;

/** One legal move that an event of the hospital made. */
public record Step(ReferralStatus from, ReferralStatus to, Instant occurredAt, EventKey event) {
}

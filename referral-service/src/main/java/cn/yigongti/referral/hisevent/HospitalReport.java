package cn.yigongti.referral.hisevent;

import java.time.Instant;

import cn.yigongti.referral.course.EventKey;
import cn.yigongti.referral.course.HospitalFacts;
import cn.yigongti.referral.course.ReferralStatus;

/** An event as a hospital's system sends it. */
public record HospitalReport(EventKey key, ReferralStatus type, Instant occurredAt, HospitalFacts facts) {
}

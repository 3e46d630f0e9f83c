package cn.yigongti.referral.referral;

import java.time.Instant;

/**
 * The letter was changed, and the referral is perhaps good for another time now: events
 * may mean something else.
 */
public record AppointmentMoved(Referral referral, Instant at) {
}

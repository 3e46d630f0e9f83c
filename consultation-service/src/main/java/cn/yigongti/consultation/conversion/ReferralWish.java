package cn.yigongti.consultation.conversion;

import java.time.Instant;
import java.util.UUID;

/**
 * Where the patient is to go; the rest the consultation tells.
 *
 * @param type UP, DOWN or SAME_LEVEL, as the referral-service knows it
 */
public record ReferralWish(UUID targetId, String type, String department, String advice, String reason,
		Instant appointmentAt, boolean emergency) {
}

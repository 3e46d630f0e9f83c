package cn.yigongti.referral.application;

import java.time.Instant;
import java.util.UUID;

import cn.yigongti.patient.GivenPatient;
import cn.yigongti.referral.referral.ReferralLetter;
import cn.yigongti.referral.relation.ReferralType;
import org.jspecify.annotations.Nullable;

/**
 * What is applied for, not checked yet.
 *
 * @param sourceId the caller's own organization when not given
 * @param doctorId the caller when not given
 * @param appliedAt in the past, for what is imported
 */
public record Draft(@Nullable UUID sourceId, UUID targetId, ReferralType type, GivenPatient patient,
		@Nullable UUID doctorId, ReferralLetter letter, @Nullable Instant appliedAt) {

	boolean isImported() {
		return this.appliedAt != null;
	}

}

package cn.yigongti.referral.referral;

import java.time.Instant;

import cn.yigongti.patient.SealedPatient;
import cn.yigongti.referral.party.Party;
import cn.yigongti.referral.relation.ReferralType;

import org.springframework.data.relational.core.mapping.Embedded;

import static org.springframework.data.relational.core.mapping.Embedded.OnEmpty.USE_EMPTY;

/**
 * What never changes of a referral: who refers whom to whom. Names, tiers, consortia and
 * divisions are those of the day of application.
 *
 * @param imported brought in with the history of a county
 * @param validityDays of the applicant's consortium
 */
public record Application(ReferralType type, @Embedded(onEmpty = USE_EMPTY, prefix = "source_") Party source,
		@Embedded(onEmpty = USE_EMPTY, prefix = "target_") Party target,
		@Embedded(onEmpty = USE_EMPTY, prefix = "doctor_") ReferringDoctor doctor,
		@Embedded(onEmpty = USE_EMPTY, prefix = "patient_") SealedPatient patient, Instant appliedAt, boolean imported,
		int validityDays) {
}

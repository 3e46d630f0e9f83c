package cn.yigongti.referral.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

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

	/** The patient as given; what the id number tells already may be left out. */
	public record GivenPatient(String name, String idNumber, @Nullable String gender, @Nullable LocalDate birthDate,
			@Nullable String phone) {

		/** Never a name or number: it may end up in a log. */
		@Override
		public String toString() {
			return "patient";
		}

	}

	boolean isImported() {
		return this.appliedAt != null;
	}

}

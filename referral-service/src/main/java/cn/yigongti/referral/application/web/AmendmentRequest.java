package cn.yigongti.referral.application.web;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import cn.yigongti.referral.referral.ReferralLetter;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What can be changed of a letter. */
record AmendmentRequest(@NotBlank @Size(max = 50) String department, @NotBlank @Size(max = 2000) String advice,
		@NotBlank @Size(max = 2000) String reason, @Size(max = 4000) @Nullable String history,
		@Size(max = 1000) @Nullable String allergies, @Size(max = 4000) @Nullable String treatment,
		@NotNull Instant appointmentAt) {

	static AmendmentRequest of(ReferralLetter letter) {
		return new AmendmentRequest(letter.department(), letter.advice(), letter.reason(), letter.history(),
				letter.allergies(), letter.treatment(), letter.appointmentAt());
	}

	ReferralLetter applyTo(ReferralLetter letter) {
		return new ReferralLetter(this.department.strip(), this.advice, this.reason, letter.diagnosis(), this.history,
				this.allergies, this.treatment, this.appointmentAt.truncatedTo(ChronoUnit.MICROS), letter.emergency());
	}

}

package cn.yigongti.referral.referral.web;

import java.time.Instant;
import java.util.UUID;

import cn.yigongti.patient.Diagnosis;
import cn.yigongti.patient.Patient;
import cn.yigongti.patient.web.PatientView;
import cn.yigongti.referral.course.Findings;
import cn.yigongti.referral.course.ReferralStatus;
import cn.yigongti.referral.directory.Tier;
import cn.yigongti.referral.referral.Application;
import cn.yigongti.referral.referral.Referral;
import cn.yigongti.referral.referral.ReferralLetter;
import cn.yigongti.referral.referral.ReturnNote;
import cn.yigongti.referral.referral.Voiding;
import cn.yigongti.referral.relation.ReferralType;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A referral as clients see it, on its own and in lists.
 *
 * @param doctorDepartment the department of the referring doctor
 * @param department the receiver's department the patient is sent to
 */
@Schema(name = "Referral")
public record ReferralResponse(UUID id, String referralNumber, ReferralType type, ReferralStatus status, UUID sourceId,
		String sourceName, Tier sourceTier, UUID doctorId, String doctorName, @Nullable String doctorDepartment,
		UUID targetId, String targetName, Tier targetTier, String department, PatientView patient, String advice,
		String reason, Diagnosis diagnosis, @Nullable String history, @Nullable String allergies,
		@Nullable String treatment, Instant appliedAt, Instant appointmentAt, Instant validUntil, boolean emergency,
		boolean imported, @Nullable String outpatientNumber, @Nullable Instant visitedAt,
		@Nullable Diagnosis outpatientDiagnosis, @Nullable String inpatientDepartment, @Nullable String inpatientNumber,
		@Nullable Instant admittedAt, @Nullable Instant dischargedAt,
		@JsonProperty("return") @Nullable ReturnView returned, @JsonProperty("void") @Nullable VoidView voided,
		@Nullable Instant expiredAt, Instant createdAt, Instant updatedAt) {

	@Schema(name = "Return")
	public record ReturnView(String summary, String plan, @Nullable String medication, @Nullable UUID doctorId,
			@Nullable String doctorName, @Nullable Instant returnedAt) {

		static @Nullable ReturnView of(Referral referral) {
			ReturnNote note = referral.returnNote();
			return (note != null) ? new ReturnView(note.summary(), note.plan(), note.medication(), note.doctorId(),
					note.doctorName(), referral.endedAt()) : null;
		}

	}

	@Schema(name = "Void")
	public record VoidView(Voiding.Kind kind, String reason, String by, @Nullable UUID organizationId,
			@Nullable Instant at) {

		static @Nullable VoidView of(Referral referral) {
			Voiding voiding = referral.voiding();
			return (voiding != null) ? new VoidView(voiding.kind(), voiding.reason(), voiding.by(),
					voiding.organizationId(), referral.endedAt()) : null;
		}

	}

	static ReferralResponse of(Referral referral, Patient patient) {
		Application application = referral.application();
		ReferralLetter letter = referral.letter();
		Findings findings = referral.findings();
		Instant expiredAt = (referral.status() == ReferralStatus.EXPIRED) ? referral.endedAt() : null;
		return new ReferralResponse(referral.id(), referral.referralNumber(), application.type(), referral.status(),
				application.source().id(), application.source().name(), application.source().tier(),
				application.doctor().id(), application.doctor().name(), application.doctor().department(),
				application.target().id(), application.target().name(), application.target().tier(),
				letter.department(), PatientView.of(patient), letter.advice(), letter.reason(), letter.diagnosis(),
				letter.history(), letter.allergies(), letter.treatment(), application.appliedAt(),
				letter.appointmentAt(), referral.validUntil(), letter.emergency(), application.imported(),
				findings.outpatientNumber(), findings.visitedAt(), findings.outpatientDiagnosis(),
				findings.inpatientDepartment(), findings.inpatientNumber(), findings.admittedAt(),
				findings.dischargedAt(), ReturnView.of(referral), VoidView.of(referral), expiredAt,
				referral.createdAt(), referral.updatedAt());
	}

}

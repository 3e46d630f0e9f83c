package cn.yigongti.referral.hisevent.web;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import cn.yigongti.patient.Diagnosis;
import cn.yigongti.patient.code.CodePattern;
import cn.yigongti.referral.course.EventKey;
import cn.yigongti.referral.course.HospitalFacts;
import cn.yigongti.referral.course.ReferralStatus;
import cn.yigongti.referral.hisevent.HospitalReport;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** An event of the receiver's hospital. */
@Schema(name = "HospitalEvent")
record EventRequest(
		@Schema(description = "The system it comes from, as the hospital names it") @NotBlank @Size(
				max = 64) String source,
		@Schema(description = "Its id there, by which it is told when it comes again") @NotBlank @Size(
				max = 128) String eventId,
		@Schema(description = "The status it leads to. A hospital reports OUTPATIENT_VISITED (with outpatientNumber), "
				+ "OUTPATIENT_COMPLETED (with diagnosis), ADMITTED (with inpatientNumber and department), "
				+ "ADMISSION_CANCELLED, DISCHARGED and DISCHARGE_CANCELLED; any other is refused") @NotNull ReferralStatus type,
		@NotNull Instant occurredAt,
		@Pattern(regexp = FILLED, message = "{field.not-blank}") @Size(max = 64) @Nullable String outpatientNumber,
		@Valid @Nullable DiagnosisPart diagnosis,
		@Pattern(regexp = FILLED, message = "{field.not-blank}") @Size(max = 50) @Nullable String department,
		@Pattern(regexp = FILLED, message = "{field.not-blank}") @Size(max = 64) @Nullable String inpatientNumber) {

	private static final String FILLED = "(?s).*\\S.*";

	@Schema(name = "OutpatientDiagnosis")
	record DiagnosisPart(@Schema(pattern = Diagnosis.ICD_10) @NotNull @CodePattern(regexp = Diagnosis.ICD_10,
			message = "{field.icd-10}") String code, @NotBlank @Size(max = 200) String text) {
	}

	HospitalReport report() {
		Diagnosis told = (this.diagnosis != null) ? new Diagnosis(this.diagnosis.code(), this.diagnosis.text().strip())
				: null;
		return new HospitalReport(new EventKey(this.source, this.eventId), this.type,
				this.occurredAt.truncatedTo(ChronoUnit.MICROS), new HospitalFacts(strip(this.outpatientNumber), told,
						strip(this.department), strip(this.inpatientNumber)));
	}

	private static @Nullable String strip(@Nullable String text) {
		return (text != null) ? text.strip() : null;
	}

}

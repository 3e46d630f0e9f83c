package cn.yigongti.consultation.worklist;

import java.util.List;
import java.util.UUID;

import cn.yigongti.consultation.consultation.ConsultationStatus;
import cn.yigongti.consultation.consultation.ConsultationType;
import cn.yigongti.consultation.consultation.Urgency;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Which consultations to list. */
public record ConsultationFilter(@Schema(description = "Year of submission in China's calendar") @Nullable Integer year,
		@Schema(description = "1 to 4, together with year") @Nullable Integer quarter,
		@Schema(description = "One or more of them") @Size(max = 7) @Nullable List<ConsultationStatus> status,
		@Nullable ConsultationType type, @Nullable Urgency urgency, @Nullable UUID applicantId, @Nullable UUID centerId,
		@Schema(description = "Consultations in which the caller's organization is that side", allowableValues = {
				"applicant", "center" }) @Pattern(regexp = "applicant|center",
						message = "{field.role}") @Nullable String role,
		@Schema(description = "Whether somebody still has to do something") @Nullable Boolean open,
		@Schema(description = "With the centre, and due before now") @Nullable Boolean overdue,
		@Schema(description = "Taken by that reporting doctor, or by nobody: none") @Pattern(regexp = "none|me",
				message = "{field.claimed-by}") @Nullable String claimedBy,
		@Schema(description = "With a critical value that the applicant has not confirmed yet") @Nullable Boolean criticalValueOpen,
		@Nullable Boolean imported,
		@Schema(description = "Date (whole day, China) or time") @Nullable String submittedFrom,
		@Schema(description = "Date (whole day, China) or time (exclusive)") @Nullable String submittedTo,
		@Schema(description = "Two or more letters of the patient's name that follow each other; resident id, phone or "
				+ "consultation number; the beginning of a diagnosis code; or words of a doctor's name, the diagnosis "
				+ "or the report") @Size(max = 100) @Nullable String q){
}

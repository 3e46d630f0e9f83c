package cn.yigongti.referral.worklist;

import java.util.UUID;

import cn.yigongti.referral.course.ReferralStatus;
import cn.yigongti.referral.relation.ReferralType;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Which referrals to list. */
public record ReferralFilter(@Schema(description = "Year of application in China's calendar") @Nullable Integer year,
		@Schema(description = "1 to 4, together with year") @Nullable Integer quarter, @Nullable ReferralType type,
		@Nullable ReferralStatus status, @Nullable UUID sourceId, @Nullable UUID targetId,
		@Schema(description = "Referrals in which the caller's organization is that side", allowableValues = {
				"source", "target" }) @Pattern(regexp = "source|target",
						message = "{field.role}") @Nullable String role,
		@Schema(description = "Date (whole day, China) or time") @Nullable String appliedFrom,
		@Schema(description = "Date (whole day, China) or time (exclusive)") @Nullable String appliedTo,
		@Nullable Boolean emergency, @Nullable Boolean imported,
		@Schema(description = "Two or more letters of the patient's name that follow each other; resident id, phone, "
				+ "outpatient or inpatient number or doctor, all exact; or the beginning of a diagnosis or its code") @Size(
						max = 100) @Nullable String q){
}

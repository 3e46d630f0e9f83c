package cn.yigongti.referral.referral;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What the receiver's doctor writes when the patient goes back to the applicant (回转单).
 *
 * @param doctorId {@code null} when the note was brought in by an import
 */
public record ReturnNote(String summary, String plan, @Nullable String medication, @Nullable UUID doctorId,
		@Nullable String doctorName) {
}

package cn.yigongti.patient.web;

import java.time.LocalDate;

import cn.yigongti.patient.GivenPatient;
import cn.yigongti.patient.code.CodePattern;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

public record PatientRequest(@NotBlank @Size(max = 50) String name,
		@Schema(description = "Resident id, GB 11643", example = "500229190001010019") @NotNull String idNumber,
		@Schema(description = "GB/T 2261.1; if left out, as the id number says", pattern = "[0129]", allowableValues = {
				"0", "1", "2", "9" }) @CodePattern(regexp = "[0129]",
						message = "{field.gender}") @Nullable String gender,
		@Schema(description = "If left out, as the id number says") @Nullable LocalDate birthDate,
		@Pattern(regexp = "1\\d{10}|0\\d{2,3}-?\\d{7,8}", message = "{field.phone}") @Nullable String phone){

	public GivenPatient given() {
		return new GivenPatient(this.name, this.idNumber, this.gender, this.birthDate, this.phone);
	}

	/** Never a name or number: it may end up in a log. */
	@Override
	public String toString() {
		return "patient";
	}

}

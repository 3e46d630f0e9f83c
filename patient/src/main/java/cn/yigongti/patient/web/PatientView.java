package cn.yigongti.patient.web;

import java.time.LocalDate;

import cn.yigongti.patient.Patient;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Patient", description = "Masked unless the caller may unmask and asks for it")
public record PatientView(String name, String idNumber,
		@Schema(description = "GB/T 2261.1: 0 unknown, 1 male, 2 female, 9 unstated") String gender,
		LocalDate birthDate, @Nullable String phone) {

	public static PatientView of(Patient patient) {
		return new PatientView(patient.name(), patient.idNumber(), patient.gender(), patient.birthDate(),
				patient.phone());
	}

}

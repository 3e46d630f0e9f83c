package cn.yigongti.patient;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/** The patient as given; what the id number tells already may be left out. */
public record GivenPatient(String name, String idNumber, @Nullable String gender, @Nullable LocalDate birthDate,
		@Nullable String phone) {

	/** Never a name or number: it may end up in a log. */
	@Override
	public String toString() {
		return "patient";
	}

}

package cn.yigongti.patient;

import java.time.LocalDate;

import cn.yigongti.platform.masking.Masking;
import org.jspecify.annotations.Nullable;

/**
 * The patient in plain text, as long as a request is handled.
 *
 * @param gender GB/T 2261.1: 0 unknown, 1 male, 2 female, 9 unstated
 */
public record Patient(String name, String idNumber, String gender, LocalDate birthDate, @Nullable String phone) {

	public Patient masked() {
		return new Patient(Masking.name(this.name), Masking.idNumber(this.idNumber), this.gender, this.birthDate,
				Masking.phoneOrNull(this.phone));
	}

	/** Never a name or number: it may end up in a log. */
	@Override
	public String toString() {
		return "patient";
	}

}

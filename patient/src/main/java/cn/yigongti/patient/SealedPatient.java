package cn.yigongti.patient;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The patient at rest: name, number and phone encrypted, with keyed hashes of what can be
 * searched for.
 *
 * @param nameParts hashes of the pairs of letters that follow each other in the name;
 * null in a row of before there were any, until it is sealed anew
 */
public record SealedPatient(String name, String nameHash, @Nullable List<String> nameParts, String idNumber,
		String idNumberHash, String gender, LocalDate birthDate, @Nullable String phone, @Nullable String phoneHash) {
}

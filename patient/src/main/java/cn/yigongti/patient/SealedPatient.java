package cn.yigongti.patient;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * The patient at rest: name, number and phone encrypted, with keyed hashes of what can be
 * searched for.
 */
public record SealedPatient(String name, String nameHash, String idNumber, String idNumberHash, String gender,
		LocalDate birthDate, @Nullable String phone, @Nullable String phoneHash) {
}

package cn.yigongti.dev.county;

import java.time.LocalDate;

/**
 * A made-up resident.
 */
public record Patient(String name, String idNumber, boolean male, LocalDate birthDate, String phone) {
}

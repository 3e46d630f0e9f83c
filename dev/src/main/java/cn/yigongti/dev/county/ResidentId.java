package cn.yigongti.dev.county;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/**
 * A resident id number (GB 11643) with a valid check character that nobody has: the order
 * codes from 900 on are not given out in a county where some ten children are born a day.
 */
final class ResidentId {

	private static final int[] WEIGHTS = { 7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2 };

	private ResidentId() {
	}

	/**
	 * The id number of the n-th made-up person (0–49) of that birth date and sex.
	 */
	static String of(String countyCode, LocalDate birthDate, boolean male, int n) {
		int order = 900 + 2 * n + (male ? 1 : 0);
		String digits = countyCode + birthDate.format(DateTimeFormatter.BASIC_ISO_DATE) + order;
		int sum = 0;
		for (int i = 0; i < WEIGHTS.length; i++) {
			sum += WEIGHTS[i] * Character.digit(digits.charAt(i), 10);
		}
		return digits + "10X98765432".charAt(sum % 11);
	}

}

package cn.yigongti.dev.county;

/**
 * The codes of an institution, with their check characters. All of them are made from a
 * serial number that starts with 0000, which no real institution has.
 */
final class OrganizationCode {

	private static final int[] BODY_WEIGHTS = { 3, 7, 9, 10, 5, 8, 4, 2 };

	private static final String CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

	private OrganizationCode() {
	}

	/**
	 * GB 11714: eight digits and a check character.
	 */
	static String body(int serial) {
		String digits = "%08d".formatted(serial);
		int sum = 0;
		for (int i = 0; i < digits.length(); i++) {
			sum += BODY_WEIGHTS[i] * Character.digit(digits.charAt(i), 10);
		}
		return digits + "0X987654321".charAt(sum % 11);
	}

	/**
	 * GB 32100 unified social credit code of a public institution (registered as 1, kind
	 * 2).
	 */
	static String credit(String countyCode, int serial) {
		String digits = "12" + countyCode + body(serial);
		int weight = 1;
		int sum = 0;
		for (int i = 0; i < digits.length(); i++) {
			sum += weight * CREDIT_ALPHABET.indexOf(digits.charAt(i));
			weight = weight * 3 % 31;
		}
		return digits + CREDIT_ALPHABET.charAt((31 - sum % 31) % 31);
	}

	/**
	 * WS 218: the body's code, the county, the kind of economy (11 state-owned, 12
	 * collective), the type, and 1 for "not for profit".
	 */
	static String institution(String countyCode, int serial, String type) {
		String economy = type.startsWith("D") ? "12" : "11";
		return body(serial) + countyCode + economy + type + "1";
	}

}

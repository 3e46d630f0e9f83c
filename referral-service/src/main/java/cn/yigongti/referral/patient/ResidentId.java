package cn.yigongti.referral.patient;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.regex.Pattern;

/** 公民身份号码, GB 11643: 17 digits and a check character over them. */
public record ResidentId(String number) {

	private static final Pattern FORM = Pattern.compile("[1-9]\\d{16}[0-9X]");

	private static final int[] WEIGHTS = { 7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2 };

	private static final String CHECKS = "10X98765432";

	private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuuMMdd")
		.withResolverStyle(ResolverStyle.STRICT);

	/** Which part of a number is wrong. */
	public enum Flaw {

		FORM, BIRTH_DATE, CHECK_DIGIT

	}

	/** A number that is none. */
	public static class Malformed extends RuntimeException {

		private static final long serialVersionUID = 1L;

		private final Flaw flaw;

		Malformed(Flaw flaw) {
			super(flaw.name());
			this.flaw = flaw;
		}

		public Flaw flaw() {
			return this.flaw;
		}

	}

	/**
	 * Reads a number as people type it, with a small {@code x} or spaces around it too.
	 * @param today no one is born later
	 * @throws Malformed when it is no resident id
	 */
	public static ResidentId parse(String text, LocalDate today) {
		String number = normalized(text);
		if (!FORM.matcher(number).matches()) {
			throw new Malformed(Flaw.FORM);
		}
		ResidentId id = new ResidentId(number);
		try {
			if (id.birthDate().isAfter(today)) {
				throw new Malformed(Flaw.BIRTH_DATE);
			}
		}
		catch (DateTimeException ex) {
			throw new Malformed(Flaw.BIRTH_DATE);
		}
		if (number.charAt(17) != checkOf(number)) {
			throw new Malformed(Flaw.CHECK_DIGIT);
		}
		return id;
	}

	static String normalized(String text) {
		return text.strip().replace('x', 'X');
	}

	/** Whether a text that is searched for may be a number. */
	public static boolean isLike(String text) {
		return FORM.matcher(normalized(text)).matches();
	}

	public LocalDate birthDate() {
		return LocalDate.parse(this.number.substring(6, 14), DATE);
	}

	/** GB/T 2261.1: 1 male, 2 female. */
	public String gender() {
		return (this.number.charAt(16) - '0') % 2 == 1 ? "1" : "2";
	}

	private static char checkOf(String number) {
		int sum = 0;
		for (int i = 0; i < WEIGHTS.length; i++) {
			sum += WEIGHTS[i] * (number.charAt(i) - '0');
		}
		return CHECKS.charAt(sum % 11);
	}

	/** Never the number itself: it may end up in a log. */
	@Override
	public String toString() {
		return "resident id";
	}

}

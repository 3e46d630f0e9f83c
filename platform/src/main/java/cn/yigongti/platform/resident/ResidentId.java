package cn.yigongti.platform.resident;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.regex.Pattern;

import cn.yigongti.platform.code.WrongCharacter;

/** 公民身份号码, GB 11643: 17 digits and a check character over them. */
public record ResidentId(String number) {

	private static final Pattern FORM = Pattern.compile("[1-9]\\d{16}[0-9X]");

	private static final int LENGTH = 18;

	private static final int[] WEIGHTS = { 7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2 };

	private static final String CHECKS = "10X98765432";

	private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuuMMdd")
		.withResolverStyle(ResolverStyle.STRICT);

	/** Which part of a number is wrong. */
	public enum Flaw {

		LENGTH, CHARACTER, BIRTH_DATE, CHECK_DIGIT

	}

	/**
	 * A number that is none.
	 */
	public static class Malformed extends RuntimeException {

		private static final long serialVersionUID = 1L;

		private final Flaw flaw;

		private final int first;

		private final int last;

		private final String found;

		Malformed(Flaw flaw, int first, int last, String found) {
			super(flaw.name());
			this.flaw = flaw;
			this.first = first;
			this.last = last;
			this.found = found;
		}

		public Flaw flaw() {
			return this.flaw;
		}

		/**
		 * The first position that is wrong, counted from 1; the whole length if that is.
		 */
		public int first() {
			return this.first;
		}

		/** The last position that is wrong. */
		public int last() {
			return this.last;
		}

		/** What stands there, and never more than two characters. */
		public String found() {
			return this.found;
		}

	}

	/**
	 * Reads a number as people type it, with a small {@code x} or spaces around it too.
	 * @param today no one is born later
	 * @throws Malformed when it is no resident id
	 */
	public static ResidentId parse(String text, LocalDate today) {
		String number = normalized(text);
		WrongCharacter.in(number, FORM).ifPresent((wrong) -> {
			throw (wrong.character().isEmpty() || wrong.position() > LENGTH)
					? new Malformed(Flaw.LENGTH, number.length(), number.length(), "")
					: new Malformed(Flaw.CHARACTER, wrong.position(), wrong.position(), wrong.character());
		});
		checkBirthDate(number, today);
		char check = number.charAt(LENGTH - 1);
		if (check != checkOf(number)) {
			throw new Malformed(Flaw.CHECK_DIGIT, LENGTH, LENGTH, String.valueOf(check));
		}
		return new ResidentId(number);
	}

	/** Of a date that could be somebody's, nothing is repeated. */
	private static void checkBirthDate(String number, LocalDate today) {
		int month = Integer.parseInt(number.substring(10, 12));
		if (month < 1 || month > 12) {
			throw new Malformed(Flaw.BIRTH_DATE, 11, 12, number.substring(10, 12));
		}
		YearMonth born = YearMonth.of(Integer.parseInt(number.substring(6, 10)), month);
		if (!born.isValidDay(Integer.parseInt(number.substring(12, 14)))) {
			throw new Malformed(Flaw.BIRTH_DATE, 13, 14, number.substring(12, 14));
		}
		if (new ResidentId(number).birthDate().isAfter(today)) {
			throw new Malformed(Flaw.BIRTH_DATE, 7, 14, "");
		}
	}

	/** A number as it is kept and searched for, however it was typed. */
	public static String normalized(String text) {
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

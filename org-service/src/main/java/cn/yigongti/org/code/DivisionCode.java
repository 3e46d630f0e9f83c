package cn.yigongti.org.code;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * Code of an administrative division: GB/T 2260 for the county (6 digits), the
 * statistical division codes for the township (9) and the village (12) below it. The code
 * of a division begins with the code of the one above.
 * <p>
 * There is no check digit in it; the first two digits must be those of a province.
 */
public record DivisionCode(String value) implements Comparable<DivisionCode> {

	private static final Set<String> PROVINCES = Set.of("11", "12", "13", "14", "15", "21", "22", "23", "31", "32",
			"33", "34", "35", "36", "37", "41", "42", "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62",
			"63", "64", "65", "71", "81", "82");

	public DivisionCode {
		CodeSystem.DIVISION.require(value);
	}

	static Optional<CodeFlaw> flawIn(String code) {
		return flawIn(code, "6/9/12").or(() -> isProvince(code) ? Optional.empty() : unknownProvince(code));
	}

	static Optional<CodeFlaw> flawInCounty(String code) {
		return (code.length() == DivisionLevel.COUNTY.digits()) ? flawIn(code)
				: flawIn(code, "6").or(() -> Optional.of(CodeFlaw.length("6", code.length())));
	}

	private static Optional<CodeFlaw> flawIn(String code, String allowedLengths) {
		for (int i = 0; i < code.length(); i++) {
			if (code.charAt(i) < '0' || code.charAt(i) > '9') {
				return Optional.of(CodeFlaw.character(i + 1, code.charAt(i)));
			}
		}
		return Arrays.stream(DivisionLevel.values()).anyMatch((level) -> level.digits() == code.length())
				? Optional.empty() : Optional.of(CodeFlaw.length(allowedLengths, code.length()));
	}

	private static boolean isProvince(String code) {
		return PROVINCES.contains(code.substring(0, 2));
	}

	private static Optional<CodeFlaw> unknownProvince(String code) {
		return Optional.of(CodeFlaw.unknownProvince(code.substring(0, 2)));
	}

	public DivisionLevel level() {
		return switch (this.value.length()) {
			case 6 -> DivisionLevel.COUNTY;
			case 9 -> DivisionLevel.TOWNSHIP;
			default -> DivisionLevel.VILLAGE;
		};
	}

	/** The county this division is or lies in. */
	public DivisionCode county() {
		return new DivisionCode(this.value.substring(0, DivisionLevel.COUNTY.digits()));
	}

	public boolean sharesCountyWith(DivisionCode other) {
		return agreesWith(other, DivisionLevel.COUNTY);
	}

	/**
	 * Whether the two codes begin alike down to a level; a code that does not reach the
	 * level is compared as far as it goes, because a hospital may be registered under its
	 * county alone.
	 */
	public boolean agreesWith(DivisionCode other, DivisionLevel level) {
		int common = Math.min(level.digits(), Math.min(this.value.length(), other.value.length()));
		return this.value.regionMatches(0, other.value, 0, common);
	}

	@Override
	public int compareTo(DivisionCode other) {
		return this.value.compareTo(other.value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}

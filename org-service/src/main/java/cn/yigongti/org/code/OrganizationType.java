package cn.yigongti.org.code;

import java.util.Optional;

/**
 * Class of a medical institution after WS 218-2002: a letter for the kind (A hospital, B
 * community health, C township health centre, D clinic, E first aid, F blood, G maternal
 * and child health, H specialised prevention, J disease control, K and L supervision, M
 * research, N teaching, O health education, P other, Q societies) and three digits. The
 * letter I is not used.
 */
public record OrganizationType(String value) {

	private static final String KINDS = "ABCDEFGHJKLMNOPQ";

	private static final int LENGTH = 4;

	public OrganizationType {
		CodeSystem.ORGANIZATION_TYPE.require(value);
	}

	static Optional<CodeFlaw> flawIn(String code) {
		for (int i = 0; i < Math.min(code.length(), LENGTH); i++) {
			char c = code.charAt(i);
			boolean fits = (i == 0) ? KINDS.indexOf(c) >= 0 : c >= '0' && c <= '9';
			if (!fits) {
				return Optional.of(CodeFlaw.character(i + 1, c));
			}
		}
		return (code.length() == LENGTH) ? Optional.empty()
				: Optional.of(CodeFlaw.length(String.valueOf(LENGTH), code.length()));
	}

	/** The letter that says what kind of institution it is. */
	public char kind() {
		return this.value.charAt(0);
	}

	@Override
	public String toString() {
		return this.value;
	}

}

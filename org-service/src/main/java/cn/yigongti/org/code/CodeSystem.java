package cn.yigongti.org.code;

import java.util.Optional;

/** The code systems we know, each with its rule. */
public enum CodeSystem {

	/** GB/T 2260 and its statistical extension: county, township or village. */
	DIVISION,
	/** GB/T 2260, a county and nothing smaller. */
	COUNTY,
	/** WS 218, the class of a medical institution. */
	ORGANIZATION_TYPE,
	/** GB 32100, the number a legal person is registered under. */
	CREDIT_CODE;

	/** The first thing wrong with a code, if anything is. */
	public Optional<CodeFlaw> flawIn(String code) {
		return switch (this) {
			case DIVISION -> DivisionCode.flawIn(code);
			case COUNTY -> DivisionCode.flawInCounty(code);
			case ORGANIZATION_TYPE -> OrganizationType.flawIn(code);
			case CREDIT_CODE -> CreditCode.flawIn(code);
		};
	}

	/**
	 * Lets a sound code pass.
	 * @throws MalformedCode when the code breaks the rule
	 */
	String require(String code) {
		flawIn(code).ifPresent((flaw) -> {
			throw new MalformedCode(this, flaw);
		});
		return code;
	}

}

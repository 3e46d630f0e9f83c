package cn.yigongti.org.config;

import java.util.Arrays;
import java.util.Optional;

import org.springframework.core.NestedExceptionUtils;

/**
 * Rules the database itself keeps and names in its message. Most are asked about before;
 * this is for the one of two that came at the same moment.
 */
enum BrokenConstraint {

	CREDIT_CODE("organization_credit_code", "duplicate-code", "creditCode"),
	INSTITUTION_CODE("organization_institution_code", "duplicate-code", "institutionCode"),
	ONE_CONSORTIUM("membership_in_one_consortium", "already-member"),
	MEMBER_WITHIN_LIFE("membership_within_life", "membership-outside-life"),
	LEAD_IS_MEMBER("leadership_by_member", "lead-cannot-leave"), ONE_LEAD("leadership_of_one", "concurrent-change"),
	ALWAYS_LED("consortium_always_led", "concurrent-change");

	private final String constraint;

	private final String code;

	private final String field;

	BrokenConstraint(String constraint, String code) {
		this(constraint, code, "");
	}

	BrokenConstraint(String constraint, String code, String field) {
		this.constraint = constraint;
		this.code = code;
		this.field = field;
	}

	static Optional<BrokenConstraint> in(Throwable failure) {
		String message = String.valueOf(NestedExceptionUtils.getMostSpecificCause(failure).getMessage());
		return Arrays.stream(values()).filter((broken) -> message.contains('"' + broken.constraint + '"')).findFirst();
	}

	/** The code of the problem. */
	String code() {
		return this.code;
	}

	/**
	 * The field of the request which carries what exists already; empty when there is no
	 * such field.
	 */
	String field() {
		return this.field;
	}

}

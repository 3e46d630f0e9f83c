package cn.yigongti.org.code;

import java.util.Optional;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.hibernate.validator.constraintvalidation.HibernateConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/**
 * Reports the {@link CodeFlaw} of a code; its arguments fill the places {0}, {1}, … of
 * the text. It is the violation's payload as well, for whoever will tell it later and in
 * another language.
 */
class CodeValidator implements ConstraintValidator<ValidCode, String> {

	private CodeSystem system = CodeSystem.DIVISION;

	@Override
	public void initialize(ValidCode annotation) {
		this.system = annotation.value();
	}

	@Override
	public boolean isValid(@Nullable String code, ConstraintValidatorContext context) {
		Optional<CodeFlaw> flaw = (code != null) ? this.system.flawIn(code) : Optional.empty();
		flaw.ifPresent((found) -> report(found, context.unwrap(HibernateConstraintValidatorContext.class)));
		return flaw.isEmpty();
	}

	private static void report(CodeFlaw flaw, HibernateConstraintValidatorContext context) {
		context.disableDefaultConstraintViolation();
		for (int i = 0; i < flaw.arguments().size(); i++) {
			context.addMessageParameter(String.valueOf(i), flaw.arguments().get(i));
		}
		context.withDynamicPayload(flaw);
		context.buildConstraintViolationWithTemplate("{field." + flaw.kind() + "}").addConstraintViolation();
	}

}

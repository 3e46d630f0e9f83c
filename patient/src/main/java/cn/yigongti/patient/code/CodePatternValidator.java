package cn.yigongti.patient.code;

import java.util.regex.Pattern;

import cn.yigongti.platform.code.WrongCharacter;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.hibernate.validator.constraintvalidation.HibernateConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

class CodePatternValidator implements ConstraintValidator<CodePattern, String> {

	private Pattern pattern = Pattern.compile("");

	@Override
	public void initialize(CodePattern annotation) {
		this.pattern = Pattern.compile(annotation.regexp());
	}

	@Override
	public boolean isValid(@Nullable String code, ConstraintValidatorContext context) {
		WrongCharacter wrong = (code != null) ? WrongCharacter.in(code, this.pattern).orElse(null) : null;
		if (wrong == null) {
			return true;
		}
		context.unwrap(HibernateConstraintValidatorContext.class)
			.addMessageParameter("0", wrong.position())
			.addMessageParameter("1", wrong.character());
		return false;
	}

}

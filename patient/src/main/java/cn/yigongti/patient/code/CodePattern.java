package cn.yigongti.patient.code;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;

/**
 * A string that is a code of this form. The message has a place {0} for the position of
 * the first character that is wrong or missing, counted from 1, and {1} for that
 * character.
 */
@Constraint(validatedBy = CodePatternValidator.class)
@Target({ ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT })
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface CodePattern {

	String regexp();

	String message();

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

}

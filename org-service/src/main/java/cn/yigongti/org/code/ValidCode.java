package cn.yigongti.org.code;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;

/**
 * A string that keeps the rule of a code system. What is violated is named by the flaw
 * found ({@code check-digit}, {@code malformed}, {@code code-length},
 * {@code unknown-province}), with the position of the wrong character.
 */
@Constraint(validatedBy = CodeValidator.class)
@Target({ ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT })
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface ValidCode {

	CodeSystem value();

	String message() default "{field.malformed}";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

}

package cn.yigongti.org.calendar;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;

/**
 * A date between 1800 and 2999: what a register of hospitals can mean, and what a
 * database can store.
 */
@Constraint(validatedBy = CalendarDateValidator.class)
@Target({ ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT })
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface CalendarDate {

	String message() default "{field.calendar-date}";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

}

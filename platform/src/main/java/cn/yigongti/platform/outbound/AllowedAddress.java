package cn.yigongti.platform.outbound;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;

/**
 * An address that our servers may be told to call. What is violated is named by the
 * {@link AddressFlaw} found, for example {@code address-not-allowed}.
 */
@Constraint(validatedBy = AllowedAddressValidator.class)
@Target({ ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT })
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface AllowedAddress {

	String message() default "{field.address-not-allowed}";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

}

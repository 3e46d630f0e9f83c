package cn.yigongti.platform.caller;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The permission an operation needs. Checked before parameters and body are read; an
 * operation without this annotation (or {@link PublicOperation}) is refused.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface RequiresPermission {

	/** What an operation needs that every caller with platform access may use. */
	String PLATFORM_ACCESS = "platform-access";

	/**
	 * What an operation needs that is for residents, and for nobody else. Good below
	 * {@code /api/v1/mobile} alone: anywhere else such an operation refuses everybody.
	 */
	String RESIDENT = "resident";

	String value();

}

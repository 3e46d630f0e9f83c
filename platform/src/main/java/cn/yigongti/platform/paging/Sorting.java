package cn.yigongti.platform.paging;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a list may be sorted by; on its {@link Paging} parameter. */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface Sorting {

	String[] fields();

	/** In the wire's form, for example {@code -appliedAt}. */
	String byDefault();

}

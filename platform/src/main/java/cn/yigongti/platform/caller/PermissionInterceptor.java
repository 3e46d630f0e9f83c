package cn.yigongti.platform.caller;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import cn.yigongti.platform.problem.ProblemException;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses an operation whose permission the caller lacks, before its parameters and body
 * are read. Our own operations that declare nothing are refused too, so that a forgotten
 * annotation shows as 403 and never as an open door.
 */
public class PermissionInterceptor implements HandlerInterceptor {

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (handler instanceof HandlerMethod method && isOurs(method)
				&& !method.hasMethodAnnotation(PublicOperation.class)) {
			check(method.getMethodAnnotation(RequiresPermission.class));
		}
		return true;
	}

	private static boolean isOurs(HandlerMethod method) {
		return method.getBeanType().getPackageName().startsWith("cn.yigongti.");
	}

	private static void check(@Nullable RequiresPermission required) {
		Caller caller = CallerArgumentResolver.current();
		if (!caller.platformAccess()) {
			throw new ProblemException(HttpStatus.FORBIDDEN, "platform-access-missing");
		}
		if (required == null) {
			throw new ProblemException(HttpStatus.FORBIDDEN, "permission-missing", "-");
		}
		if (!required.value().equals(RequiresPermission.PLATFORM_ACCESS) && !caller.may(required.value())) {
			throw new ProblemException(HttpStatus.FORBIDDEN, "permission-missing", required.value());
		}
	}

}

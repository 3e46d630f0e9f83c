package cn.yigongti.platform.caller;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import cn.yigongti.platform.problem.ProblemException;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Refuses an operation whose permission the caller lacks, before its parameters and body
 * are read. A resident may use what is for residents, staff and machines all the rest.
 * Our own operations that declare nothing are refused too, so that a forgotten annotation
 * shows as 403 and never as an open door.
 */
public class PermissionInterceptor implements HandlerInterceptor {

	/** All that a resident's token is good for. */
	private static final String MOBILE = "/api/v1/mobile/";

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (handler instanceof HandlerMethod method && isOurs(method)
				&& !method.hasMethodAnnotation(PublicOperation.class)) {
			Caller caller = CallerArgumentResolver.current();
			RequiresPermission required = method.getMethodAnnotation(RequiresPermission.class);
			if (caller.kind() == Caller.Kind.RESIDENT) {
				checkResident(required, request);
			}
			else {
				check(caller, required);
			}
		}
		return true;
	}

	private static boolean isOurs(HandlerMethod method) {
		return method.getBeanType().getPackageName().startsWith("cn.yigongti.");
	}

	private static void checkResident(@Nullable RequiresPermission required, HttpServletRequest request) {
		boolean forResidents = required != null && required.value().equals(RequiresPermission.RESIDENT)
				&& request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String pattern
				&& pattern.startsWith(MOBILE);
		if (!forResidents) {
			throw new ProblemException(HttpStatus.FORBIDDEN, "permission-missing",
					(required != null) ? required.value() : "-");
		}
	}

	private static void check(Caller caller, @Nullable RequiresPermission required) {
		if (!caller.platformAccess()) {
			throw new ProblemException(HttpStatus.FORBIDDEN, "platform-access-missing");
		}
		if (required == null) {
			throw new ProblemException(HttpStatus.FORBIDDEN, "permission-missing", "-");
		}
		boolean held = required.value().equals(RequiresPermission.PLATFORM_ACCESS) || caller.may(required.value());
		if (!held || required.value().equals(RequiresPermission.RESIDENT)) {
			throw new ProblemException(HttpStatus.FORBIDDEN, "permission-missing", required.value());
		}
	}

}

package cn.yigongti.platform.audit;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.caller.RequiresPermission;
import cn.yigongti.platform.problem.OutOfScope;
import cn.yigongti.platform.problem.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Records each request that its caller was not allowed, whoever found that out: answered
 * with 403, or with 404 because what was asked for is out of scope.
 */
public class DenialInterceptor implements HandlerInterceptor {

	private static final int LONGEST = 200;

	private final AuditTrail audit;

	public DenialInterceptor(AuditTrail audit) {
		this.audit = audit;
	}

	@Override
	public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler,
			@Nullable Exception ex) {
		boolean outOfScope = request.getAttribute(OutOfScope.ANSWERED) != null;
		if ((response.getStatus() == HttpStatus.FORBIDDEN.value() || outOfScope)
				&& handler instanceof HandlerMethod method && caller() instanceof Caller caller) {
			this.audit.denied(AuditEntry.of(caller, action(method), operation(request))
				.on(ids(request))
				.because(outOfScope ? "out-of-scope" : reason(request)));
		}
	}

	private static @Nullable Object caller() {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		return (authentication != null) ? authentication.getDetails() : null;
	}

	private static String action(HandlerMethod method) {
		RequiresPermission permission = method.getMethodAnnotation(RequiresPermission.class);
		return (permission != null) ? permission.value() : method.getMethod().getName();
	}

	private static String operation(HttpServletRequest request) {
		return request.getMethod() + " " + request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
	}

	private static @Nullable String ids(HttpServletRequest request) {
		if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
				&& !variables.isEmpty()) {
			return bounded(
					new TreeMap<>(variables).values().stream().map(Object::toString).collect(Collectors.joining("/")));
		}
		return null;
	}

	private static @Nullable String reason(HttpServletRequest request) {
		Object problem = request.getAttribute(Problems.ANSWERED);
		return (problem != null) ? bounded(problem.toString()) : null;
	}

	private static String bounded(String text) {
		return (text.length() > LONGEST) ? text.substring(0, LONGEST) : text;
	}

}

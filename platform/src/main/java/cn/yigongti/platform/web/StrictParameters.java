package cn.yigongti.platform.web;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.paging.Paging;
import cn.yigongti.platform.problem.FieldProblem;
import cn.yigongti.platform.problem.InvalidParameter;
import cn.yigongti.platform.problem.ProblemException;
import cn.yigongti.platform.version.ExpectedVersion;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses query parameters an operation doesn't know, so that a misspelt filter never
 * silently shows everything. What it knows is read off its method: {@link RequestParam}s,
 * the components of filter records, and {@link Paging}.
 */
public class StrictParameters implements HandlerInterceptor {

	private final Map<HandlerMethod, Set<String>> known = new ConcurrentHashMap<>();

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (handler instanceof HandlerMethod method && request.getQueryString() != null
				&& method.getBeanType().getPackageName().startsWith("cn.yigongti.")) {
			Set<String> names = this.known.computeIfAbsent(method.createWithResolvedBean(), StrictParameters::namesOf);
			request.getParameterMap().forEach((name, values) -> check(names, name, values));
		}
		return true;
	}

	private static void check(Set<String> names, String name, String[] values) {
		if (!names.contains(name)) {
			throw new ProblemException(HttpStatus.BAD_REQUEST, "unknown-parameter", printable(name));
		}
		for (String value : values) {
			if (value.indexOf('\0') >= 0) {
				throw new InvalidParameter(new FieldProblem("/" + name, "control-character"));
			}
		}
	}

	/** A name is echoed only as far as it looks like one. */
	private static String printable(String name) {
		return name.matches("[A-Za-z0-9_.\\[\\]-]{1,64}") ? name : "?";
	}

	private static Set<String> namesOf(HandlerMethod method) {
		Set<String> names = new HashSet<>();
		for (MethodParameter parameter : method.getMethodParameters()) {
			RequestParam request = parameter.getParameterAnnotation(RequestParam.class);
			if (request != null) {
				names.add(Optional.of(request.name())
					.filter((name) -> !name.isEmpty())
					.orElseGet(() -> String.valueOf(parameter.getParameter().getName())));
			}
			else if (parameter.getParameterType() == Paging.class) {
				names.addAll(Set.of("limit", "cursor", "sort"));
			}
			else if (isFilter(parameter)) {
				Arrays.stream(parameter.getParameterType().getRecordComponents())
					.forEach((component) -> names.add(component.getName()));
			}
		}
		return names;
	}

	private static boolean isFilter(MethodParameter parameter) {
		Class<?> type = parameter.getParameterType();
		return type.isRecord() && !parameter.hasParameterAnnotation(RequestBody.class) && type != Caller.class
				&& type != ExpectedVersion.class;
	}

}

package cn.yigongti.platform.web;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.paging.Paging;
import cn.yigongti.platform.problem.FieldProblem;
import cn.yigongti.platform.problem.InvalidParameter;
import cn.yigongti.platform.problem.ProblemException;
import cn.yigongti.platform.version.ExpectedVersion;
import cn.yigongti.platform.version.Precondition;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

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

	private final Map<HandlerMethod, Map<String, Class<?>>> known = new ConcurrentHashMap<>();

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (handler instanceof HandlerMethod method && request.getQueryString() != null
				&& method.getBeanType().getPackageName().startsWith("cn.yigongti.")) {
			Map<String, Class<?>> types = this.known.computeIfAbsent(method.createWithResolvedBean(),
					StrictParameters::typesOf);
			request.getParameterMap().forEach((name, values) -> check(types.get(name), name, values));
		}
		return true;
	}

	private static void check(@Nullable Class<?> type, String name, String[] values) {
		if (type == null) {
			throw new ProblemException(HttpStatus.BAD_REQUEST, "unknown-parameter", printable(name));
		}
		if (values.length > 1 && !type.isArray() && !Collection.class.isAssignableFrom(type)) {
			throw new InvalidParameter(new FieldProblem("/" + name, "repeated"));
		}
		for (String value : values) {
			if (!StrictText.isStorable(value)) {
				throw new InvalidParameter(new FieldProblem("/" + name, "control-character"));
			}
		}
	}

	/** A name is echoed only as far as it looks like one. */
	private static String printable(String name) {
		return name.matches("[A-Za-z0-9_.\\[\\]-]{1,64}") ? name : "?";
	}

	private static Map<String, Class<?>> typesOf(HandlerMethod method) {
		Map<String, Class<?>> types = new HashMap<>();
		for (MethodParameter parameter : method.getMethodParameters()) {
			RequestParam request = parameter.getParameterAnnotation(RequestParam.class);
			if (request != null) {
				types.put(nameOf(request, parameter), parameter.getParameterType());
			}
			else if (parameter.getParameterType() == Paging.class) {
				Set.of("limit", "cursor", "sort").forEach((name) -> types.put(name, String.class));
			}
			else if (isFilter(parameter)) {
				Arrays.stream(parameter.getParameterType().getRecordComponents())
					.forEach((component) -> types.put(component.getName(), component.getType()));
			}
		}
		return types;
	}

	private static String nameOf(RequestParam request, MethodParameter parameter) {
		return request.name().isEmpty() ? parameter.getParameter().getName() : request.name();
	}

	private static boolean isFilter(MethodParameter parameter) {
		Class<?> type = parameter.getParameterType();
		return type.isRecord() && !parameter.hasParameterAnnotation(RequestBody.class) && type != Caller.class
				&& type != ExpectedVersion.class && type != Precondition.class;
	}

}

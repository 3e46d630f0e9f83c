package cn.yigongti.platform.version;

import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads a {@link Precondition}. */
public class PreconditionArgumentResolver implements HandlerMethodArgumentResolver {

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == Precondition.class;
	}

	@Override
	public Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
			NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
		return new Precondition(given(request, HttpHeaders.IF_MATCH), given(request, HttpHeaders.IF_NONE_MATCH));
	}

	private static @Nullable String given(NativeWebRequest request, String name) {
		String header = request.getHeader(name);
		return StringUtils.hasText(header) ? header : null;
	}

}

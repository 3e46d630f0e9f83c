package cn.yigongti.platform.version;

import cn.yigongti.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Reads {@link ExpectedVersion}; without {@code If-Match} the change is refused with 428
 * {@code version-required}.
 */
public class ExpectedVersionArgumentResolver implements HandlerMethodArgumentResolver {

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == ExpectedVersion.class;
	}

	@Override
	public Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
			NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
		String header = request.getHeader(HttpHeaders.IF_MATCH);
		if (header == null || header.isBlank()) {
			throw new ProblemException(HttpStatus.PRECONDITION_REQUIRED, "version-required");
		}
		return new ExpectedVersion(header);
	}

}

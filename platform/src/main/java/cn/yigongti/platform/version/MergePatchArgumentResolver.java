package cn.yigongti.platform.version;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads a {@link MergePatch} from the body, which must be a JSON object. */
public class MergePatchArgumentResolver implements HandlerMethodArgumentResolver {

	private final JsonMapper json;

	private final Validator validator;

	public MergePatchArgumentResolver(JsonMapper json, Validator validator) {
		this.json = json;
		this.validator = validator;
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == MergePatch.class;
	}

	@Override
	public Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
			NativeWebRequest request, @Nullable WebDataBinderFactory binders) throws IOException {
		HttpServletRequest servlet = request.getNativeRequest(HttpServletRequest.class);
		if (servlet == null) {
			throw new IllegalStateException("no servlet request");
		}
		HttpInputMessage input = new ServletServerHttpRequest(servlet);
		try {
			JsonNode patch = this.json.readTree(input.getBody());
			if (!patch.isObject()) {
				throw new HttpMessageNotReadableException("a merge patch is an object", input);
			}
			return new MergePatch(patch, this.json, this.validator, input);
		}
		catch (JacksonException ex) {
			throw new HttpMessageNotReadableException("merge patch", ex, input);
		}
	}

}

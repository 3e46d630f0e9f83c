package cn.yigongti.platform.idempotency;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Gives the remembered answer instead of handling the request again; after the permission
 * has been checked anew.
 */
public class ReplayInterceptor implements HandlerInterceptor {

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
			throws IOException {
		if (!(request.getAttribute(RememberedAnswer.ATTRIBUTE) instanceof RememberedAnswer answer)) {
			return true;
		}
		response.setStatus(answer.status());
		response.setHeader("Idempotent-Replay", "true");
		if (answer.location() != null) {
			response.setHeader(HttpHeaders.LOCATION, answer.location());
		}
		if (answer.etag() != null) {
			response.setHeader(HttpHeaders.ETAG, answer.etag());
		}
		if (answer.contentType() != null) {
			response.setContentType(answer.contentType());
		}
		response.getOutputStream().write(answer.body().getBytes(StandardCharsets.UTF_8));
		return false;
	}

}

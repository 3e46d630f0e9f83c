package cn.yigongti.platform.web;

import java.io.IOException;
import java.util.regex.Pattern;

import cn.yigongti.platform.identifier.UuidV7;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers every request with {@code X-Request-Id}: the one that came, if it is sane, or a
 * new one.
 */
class RequestIds extends OncePerRequestFilter {

	static final String HEADER = "X-Request-Id";

	private static final Pattern SANE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,127}");

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String given = request.getHeader(HEADER);
		response.setHeader(HEADER, (given != null && SANE.matcher(given).matches()) ? given : UuidV7.next().toString());
		chain.doFilter(request, response);
	}

}

package cn.yigongti.platform.web;

import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import cn.yigongti.platform.problem.BodyTooLarge;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.MediaType;
import org.springframework.http.server.PathContainer;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Reads no more of a body than allowed, whether its length was announced or not. Uploads
 * have limits of their own.
 */
class BodyLimitFilter extends OncePerRequestFilter {

	private final long usualBytes;

	/** The most specific pattern comes first. */
	private final SortedMap<PathPattern, Long> bytes = new TreeMap<>();

	BodyLimitFilter(BodyLimits limits) {
		this.usualBytes = limits.maxBody().toBytes();
		limits.bodyLimits()
			.forEach((pattern, limit) -> this.bytes.put(PathPatternParser.defaultInstance.parse(pattern),
					limit.toBytes()));
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		String type = request.getContentType();
		return type != null && type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		chain.doFilter(new Limited(request, limitFor(request)), response);
	}

	private long limitFor(HttpServletRequest request) {
		PathContainer path = ServletRequestPathUtils.parse(request).pathWithinApplication();
		return this.bytes.entrySet()
			.stream()
			.filter((limit) -> limit.getKey().matches(path))
			.findFirst()
			.map(Map.Entry::getValue)
			.orElse(this.usualBytes);
	}

	private static final class Limited extends HttpServletRequestWrapper {

		private final long limitBytes;

		Limited(HttpServletRequest request, long limitBytes) {
			super(request);
			this.limitBytes = limitBytes;
		}

		@Override
		public ServletInputStream getInputStream() throws IOException {
			if (getContentLengthLong() > this.limitBytes) {
				throw new BodyTooLarge(this.limitBytes);
			}
			return new Counted(super.getInputStream(), this.limitBytes);
		}

	}

	private static final class Counted extends ServletInputStream {

		private final ServletInputStream body;

		private final long limitBytes;

		private long read;

		Counted(ServletInputStream body, long limitBytes) {
			this.body = body;
			this.limitBytes = limitBytes;
		}

		@Override
		public int read() throws IOException {
			int next = this.body.read();
			count((next >= 0) ? 1 : 0);
			return next;
		}

		@Override
		public int read(byte[] buffer, int offset, int length) throws IOException {
			int count = this.body.read(buffer, offset, length);
			count(count);
			return count;
		}

		private void count(int count) throws IOException {
			this.read += Math.max(0, count);
			if (this.read > this.limitBytes) {
				throw new BodyTooLarge(this.limitBytes);
			}
		}

		@Override
		public boolean isFinished() {
			return this.body.isFinished();
		}

		@Override
		public boolean isReady() {
			return this.body.isReady();
		}

		@Override
		public void setReadListener(ReadListener listener) {
			this.body.setReadListener(listener);
		}

	}

}

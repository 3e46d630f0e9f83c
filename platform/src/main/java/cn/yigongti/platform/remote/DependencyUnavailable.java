package cn.yigongti.platform.remote;

import org.jspecify.annotations.Nullable;

/**
 * Another service can't be asked now: down, too slow, or its breaker is open. 503
 * {@code dependency-unavailable}.
 */
public class DependencyUnavailable extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String service;

	public DependencyUnavailable(String service, @Nullable Throwable cause) {
		super(service + " is not available", cause);
		this.service = service;
	}

	public String service() {
		return this.service;
	}

}

package cn.yigongti.search.server;

import java.util.concurrent.TimeoutException;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.transport.TransportException;

/**
 * Elasticsearch didn't do what it was asked. Says which kind of failure it was and no
 * more, for what Elasticsearch says may quote documents and queries.
 */
public class ServerFailed extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private static final int NOT_FOUND = 404;

	private static final int BAD_REQUEST = 400;

	private static final int TOO_LARGE = 413;

	private final int status;

	private final boolean timedOut;

	private ServerFailed(String kind, int status, boolean timedOut) {
		super(kind);
		this.status = status;
		this.timedOut = timedOut;
	}

	static ServerFailed of(Throwable cause) {
		if (cause instanceof ElasticsearchException refusal) {
			return new ServerFailed(refusal.status() + " " + refusal.error().type(), refusal.status(), false);
		}
		if (cause instanceof TransportException transport && transport.response() != null) {
			return new ServerFailed(String.valueOf(transport.statusCode()), transport.statusCode(), false);
		}
		return new ServerFailed(cause.getClass().getSimpleName(), 0, cause instanceof TimeoutException);
	}

	static ServerFailed timedOut() {
		return new ServerFailed("timed_out", 0, true);
	}

	/** There is no such index. */
	public boolean isNotFound() {
		return this.status == NOT_FOUND;
	}

	/** It won't do that next time either. */
	public boolean isRefusal() {
		return this.status == BAD_REQUEST;
	}

	boolean isTooLarge() {
		return this.status == TOO_LARGE;
	}

	public boolean isTimedOut() {
		return this.timedOut;
	}

}

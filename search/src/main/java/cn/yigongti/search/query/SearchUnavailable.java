package cn.yigongti.search.query;

import org.jspecify.annotations.Nullable;

/**
 * The index can't be searched now: Elasticsearch is down, too slow or not there at all,
 * the index isn't built as yet, or is too far behind its rows. The same question is then
 * answered from the database, see {@link SearchOrDatabase}.
 */
public class SearchUnavailable extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/** Why. */
	public enum Reason {

		NOT_CONFIGURED, NOT_BUILT, BEHIND, SUSPENDED, FAILED, TIMED_OUT

	}

	private final Reason reason;

	/** The cause stays out: what Elasticsearch says may quote what was searched for. */
	SearchUnavailable(String index, Reason reason, @Nullable String kind) {
		super("index %s: %s%s".formatted(index, reason, (kind != null) ? " (" + kind + ")" : ""));
		this.reason = reason;
	}

	public Reason reason() {
		return this.reason;
	}

}

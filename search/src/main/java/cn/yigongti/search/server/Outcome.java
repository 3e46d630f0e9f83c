package cn.yigongti.search.server;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;

/**
 * What became of a {@link Write}.
 *
 * @param detail kind of error and name of field, never what stood there
 */
public record Outcome(Write write, Kind kind, String detail) {

	/** Of outcomes. */
	public enum Kind {

		/** Elasticsearch has it, or something newer. */
		CONFIRMED,

		/** It will never take this document. */
		REFUSED,

		/** It has too much to do. */
		BUSY,

		/** It failed on this document, perhaps not the next time. */
		FAILED,

		/** There is no such index. */
		NO_INDEX

	}

	private static final int CONFLICT = 409;

	private static final int BAD_REQUEST = 400;

	/** Forbidden is what a full disk makes of it. */
	private static final Set<Integer> BUSY = Set.of(403, 408, 429, 503);

	/** Names of fields come from the mapping and the code, the rest may be content. */
	private static final Pattern FIELD = Pattern
		.compile("(?:failed to parse field|dynamic introduction of|immense term in field=)\\W*\"?([\\w.]+)");

	static Outcome of(Write write, BulkResponseItem item) {
		ErrorCause error = item.error();
		if (error == null || item.status() == CONFLICT) {
			return new Outcome(write, Kind.CONFIRMED, "");
		}
		String type = String.valueOf(error.type());
		if (type.equals("index_not_found_exception")) {
			return new Outcome(write, Kind.NO_INDEX, type);
		}
		if (BUSY.contains(item.status())) {
			return new Outcome(write, Kind.BUSY, type);
		}
		return new Outcome(write, (item.status() == BAD_REQUEST) ? Kind.REFUSED : Kind.FAILED, detail(error));
	}

	public boolean is(Kind kind) {
		return this.kind == kind;
	}

	private static String detail(ErrorCause error) {
		ErrorCause cause = error.causedBy();
		String types = Stream.of(error.type(), (cause != null) ? cause.type() : null)
			.filter((type) -> type != null)
			.distinct()
			.collect(Collectors.joining(": "));
		Matcher field = FIELD.matcher(String.valueOf(error.reason()));
		return field.find() ? types + " [" + field.group(1) + "]" : types;
	}

}

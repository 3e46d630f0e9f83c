package cn.yigongti.search.query;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;

import co.elastic.clients.elasticsearch._types.FieldValue;
import org.jspecify.annotations.Nullable;

/**
 * How a sort value reads in a cursor, where it is as PostgreSQL writes it, and in
 * Elasticsearch.
 */
public enum SortType {

	/**
	 * A {@code timestamptz}; {@code date_nanos} in the mapping, since {@code date} would
	 * lose its microseconds.
	 */
	INSTANT {
		@Override
		FieldValue toElasticsearch(String cursor) {
			return FieldValue.of(OffsetDateTime.parse(cursor, POSTGRES).toInstant().toString());
		}

		@Override
		String toCursor(FieldValue value) {
			return POSTGRES.format(Instant.parse(value.stringValue()).atOffset(ZoneOffset.UTC));
		}

		@Override
		String format() {
			return "strict_date_optional_time_nanos";
		}
	},

	/** A {@code date}; {@code date} in the mapping. */
	DATE {
		@Override
		String format() {
			return "strict_date";
		}
	},

	/** A {@code text}; {@code keyword} in the mapping. Both compare bytes. */
	TEXT,

	/** A {@code bigint} or {@code int}; {@code long} in the mapping. */
	NUMBER {
		@Override
		FieldValue toElasticsearch(String cursor) {
			return FieldValue.of(Long.parseLong(cursor));
		}

		@Override
		String toCursor(FieldValue value) {
			return String.valueOf(value.longValue());
		}
	};

	/** {@code 2026-01-01 00:00:05.1+00}: no zeros at the end of a fraction. */
	private static final DateTimeFormatter POSTGRES = new DateTimeFormatterBuilder()
		.appendPattern("uuuu-MM-dd HH:mm:ss")
		.appendFraction(ChronoField.MICRO_OF_SECOND, 0, 6, true)
		.appendOffset("+HH:mm", "+00")
		.toFormatter();

	FieldValue toElasticsearch(String cursor) {
		return FieldValue.of(cursor);
	}

	String toCursor(FieldValue value) {
		return value.stringValue();
	}

	/** In which Elasticsearch is to give the value. */
	@Nullable String format() {
		return null;
	}

}

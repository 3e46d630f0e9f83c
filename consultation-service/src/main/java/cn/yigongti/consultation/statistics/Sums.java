package cn.yigongti.consultation.statistics;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The six kinds of sums that are kept, all but one for each centre and quarter. Of each
 * there is a table of what has been folded, and a view that adds what has not.
 */
enum Sums {

	TYPE("center_id, quarter, type", "applications", "reported", "late", "seconds"),

	APPLICANT("center_id, quarter, applicant_id", "applications", "reported"),

	/** First reports by the whole hours they took. */
	HOUR("center_id, quarter, type, hours", "reported"),

	/** First reports by the whole minutes they took. */
	MINUTE("center_id, quarter, type, minutes", "reported"),

	/** First reports by who signed them. */
	DOCTOR("center_id, quarter, doctor_id", "reported"),

	/** Of all centres together. */
	MONTH("month", "applications");

	private final String keys;

	private final String columns;

	Sums(String keys, String... columns) {
		this.keys = keys;
		this.columns = String.join(", ", columns);
	}

	/** Adds rows of the layout of {@code statistics_change} to what is folded. */
	String fold(String rows) {
		return """
				insert into %1$s as folded (%2$s, %3$s) %4$s
				on conflict (%2$s) do update set %5$s""".formatted(folded(), this.keys, this.columns, totals(rows),
				each("%1$s = folded.%1$s + excluded.%1$s"));
	}

	/** What is kept, and what the consultations themselves come to, where they differ. */
	String differences() {
		String kept = each("coalesce(kept.%s, 0)");
		String counted = each("coalesce(counted.%s, 0)");
		return """
				select concat_ws(' ', %1$s) as key, concat_ws('/', %2$s) as kept, concat_ws('/', %3$s) as counted
				from (%4$s) kept full join (%5$s) counted using (%1$s)
				where (%2$s) is distinct from (%3$s) order by 1""".formatted(this.keys, kept, counted,
				totals("statistics_" + name().toLowerCase(Locale.ROOT)), totals("statistics_source"));
	}

	String folded() {
		return "statistics_folded_" + name().toLowerCase(Locale.ROOT);
	}

	/** Not every consultation has minutes and a doctor. */
	private String totals(String rows) {
		String last = this.keys.substring(this.keys.lastIndexOf(' ') + 1);
		return "select %1$s, %2$s from %3$s where %4$s is not null group by %1$s".formatted(this.keys,
				each("sum(%1$s) as %1$s"), rows, last);
	}

	private String each(String expression) {
		return Arrays.stream(this.columns.split(", ", -1)).map(expression::formatted).collect(Collectors.joining(", "));
	}

	/** One statement that folds such rows into all sums. */
	static String foldAll(String rows) {
		return Arrays.stream(values())
			.map((sums) -> "into_%s as (%s)".formatted(sums, sums.fold(rows)))
			.collect(Collectors.joining(", "));
	}

}

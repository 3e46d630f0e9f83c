package cn.yigongti.dev.county;

import java.util.List;

/**
 * Where a referral of the history stands: each of the nine statuses, with the ways that
 * lead there.
 */
public enum Outcome {

	APPLIED(1, 2), EXPIRED, OUTPATIENT_VISITED(4, 6, "OUTPATIENT_VISITED"),
	OUTPATIENT_COMPLETED("OUTPATIENT_VISITED OUTPATIENT_COMPLETED"),
	ADMITTED(5, 9, "ADMITTED", "OUTPATIENT_VISITED OUTPATIENT_COMPLETED ADMITTED"),
	ADMISSION_CANCELLED(7, 10, "OUTPATIENT_VISITED ADMITTED ADMISSION_CANCELLED"),
	DISCHARGED("ADMITTED DISCHARGED", "OUTPATIENT_VISITED OUTPATIENT_COMPLETED ADMITTED DISCHARGED"),
	DISCHARGE_CANCELLED(16, 20, "ADMITTED DISCHARGED DISCHARGE_CANCELLED"),
	RETURNED("OUTPATIENT_VISITED OUTPATIENT_COMPLETED", "ADMITTED DISCHARGED",
			"OUTPATIENT_VISITED OUTPATIENT_COMPLETED ADMITTED DISCHARGED");

	/**
	 * Days since the application of one that is still going on; none when it may lie
	 * anywhere in the past.
	 */
	private final int youngest;

	private final int oldest;

	/** Separated by commas, the events of each by blanks. */
	private final String ways;

	Outcome(String... ways) {
		this(0, 0, ways);
	}

	Outcome(int youngest, int oldest, String... ways) {
		this.youngest = youngest;
		this.oldest = oldest;
		this.ways = String.join(",", ways);
	}

	boolean isGoingOn() {
		return this.oldest > 0;
	}

	/**
	 * How many days ago the n-th referral that stands there was applied for.
	 */
	int daysAgo(int n) {
		return this.youngest + n % (this.oldest - this.youngest + 1);
	}

	/**
	 * The events that lead there, one of the ways.
	 */
	List<String> way(int n) {
		List<String> all = List.of(this.ways.split(","));
		String way = all.get(n % all.size());
		return way.isEmpty() ? List.of() : List.of(way.split(" "));
	}

	boolean needsBed() {
		return this.ways.contains("ADMITTED");
	}

}

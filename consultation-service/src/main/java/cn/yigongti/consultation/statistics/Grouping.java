package cn.yigongti.consultation.statistics;

/** By what consultations are counted. */
public enum Grouping {

	TYPE("type", "type", "statistics_type", "quarter"),

	/**
	 * The only one that counts cancelled and declined ones, too. There are sums of what
	 * is reported; all others are few.
	 */
	STATUS("status", "'REPORTED'", "statistics_type", "quarter"),

	APPLICANT("applicant_id", "applicant_id", "statistics_applicant", "quarter"),

	CENTER("center_id", "center_id", "statistics_type", "quarter"),

	/** Of submission, by China's calendar, such as {@code 2026-07}. */
	MONTH("to_char(submitted_at at time zone 'Asia/Shanghai', 'YYYY-MM')", "to_char(month, 'YYYY-MM')",
			"statistics_month", "month");

	private final String ofConsultation;

	private final String ofSum;

	private final String sums;

	private final String date;

	Grouping(String ofConsultation, String ofSum, String sums, String date) {
		this.ofConsultation = ofConsultation;
		this.ofSum = ofSum;
		this.sums = sums;
		this.date = date;
	}

	/** From the sums, which hold for those who may see everything. */
	String ofSums(String where) {
		String counted = (this == STATUS) ? "reported" : "applications";
		return "select %1$s as key, sum(%2$s) as count from %3$s where %4$s group by 1 having sum(%2$s) > 0"
			.formatted(this.ofSum, counted, this.sums, where);
	}

	/** The column of the sums that tells when. */
	String date() {
		return this.date;
	}

	/** From the rows. */
	String ofConsultations(String where) {
		return "select %s as key, count(*) as count from consultation where %s group by 1"
			.formatted(this.ofConsultation, where);
	}

	boolean isOfApplications() {
		return this != STATUS;
	}

}

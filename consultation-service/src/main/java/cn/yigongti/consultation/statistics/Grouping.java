package cn.yigongti.consultation.statistics;

import org.jspecify.annotations.Nullable;

/** By what consultations are counted. */
public enum Grouping {

	TYPE("type", "statistics_type", "type"),

	/** The only one that counts cancelled and declined ones, too. */
	STATUS("status", null, ""),

	APPLICANT("applicant_id", "statistics_applicant", "applicant_id"),

	CENTER("center_id", "statistics_type", "center_id"),

	/** Of submission, by China's calendar, such as {@code 2026-07}. */
	MONTH("to_char(submitted_at at time zone 'Asia/Shanghai', 'YYYY-MM')", null, "");

	private final String ofConsultation;

	private final @Nullable String sums;

	private final String ofSums;

	Grouping(String ofConsultation, @Nullable String sums, String ofSums) {
		this.ofConsultation = ofConsultation;
		this.sums = sums;
		this.ofSums = ofSums;
	}

	/** Whether there are sums by it, which hold for those who may see everything. */
	boolean isSummed() {
		return this.sums != null;
	}

	String ofSums() {
		return "select %s as key, sum(applications) as count from %s".formatted(this.ofSums, this.sums);
	}

	String ofConsultations() {
		return "select %s as key, count(*) as count from consultation".formatted(this.ofConsultation);
	}

	boolean isOfApplications() {
		return this != STATUS;
	}

}

package cn.yigongti.referral.course;

import java.time.Instant;

import cn.yigongti.patient.Diagnosis;
import org.jspecify.annotations.Nullable;

import org.springframework.data.relational.core.mapping.Embedded;

import static org.springframework.data.relational.core.mapping.Embedded.OnEmpty.USE_NULL;

/**
 * What the receiver's hospital told of the patient so far. A later move says it better
 * than an earlier one; a cancelled admission or discharge takes nothing away: the status
 * tells whether it still stands.
 *
 * @param visitedAt when the outpatient visit began; {@code null} means there was none
 */
public record Findings(@Nullable String outpatientNumber, @Nullable Instant visitedAt,
		@Embedded(onEmpty = USE_NULL, prefix = "outpatient_diagnosis_") @Nullable Diagnosis outpatientDiagnosis,
		@Nullable String inpatientDepartment, @Nullable String inpatientNumber, @Nullable Instant admittedAt,
		@Nullable Instant dischargedAt) {

	public static final Findings NONE = new Findings(null, null, null, null, null, null, null);

	static Findings of(HospitalEvent event) {
		HospitalFacts facts = event.facts();
		boolean visit = event.isVisit();
		boolean outpatient = visit || event.type() == ReferralStatus.OUTPATIENT_COMPLETED;
		boolean admission = event.type() == ReferralStatus.ADMITTED;
		boolean discharge = event.type() == ReferralStatus.DISCHARGED;
		return new Findings(facts.outpatientNumber(), visit ? event.occurredAt() : null,
				outpatient ? facts.diagnosis() : null, outpatient ? null : facts.department(), facts.inpatientNumber(),
				admission ? event.occurredAt() : null, discharge ? event.occurredAt() : null);
	}

	/** These findings, and from the other ones what is empty here. */
	Findings orElse(Findings other) {
		return new Findings(first(this.outpatientNumber, other.outpatientNumber),
				first(this.visitedAt, other.visitedAt), first(this.outpatientDiagnosis, other.outpatientDiagnosis),
				first(this.inpatientDepartment, other.inpatientDepartment),
				first(this.inpatientNumber, other.inpatientNumber), first(this.admittedAt, other.admittedAt),
				first(this.dischargedAt, other.dischargedAt));
	}

	private static <T> @Nullable T first(@Nullable T one, @Nullable T other) {
		return (one != null) ? one : other;
	}

}

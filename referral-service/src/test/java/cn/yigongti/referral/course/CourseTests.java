package cn.yigongti.referral.course;

import java.util.List;

import cn.yigongti.patient.Diagnosis;
import org.junit.jupiter.api.Test;

import static cn.yigongti.referral.course.Events.OPEN;
import static cn.yigongti.referral.course.Events.VALID_UNTIL;
import static cn.yigongti.referral.course.Events.event;
import static cn.yigongti.referral.course.Events.hour;
import static cn.yigongti.referral.course.ReferralStatus.ADMISSION_CANCELLED;
import static cn.yigongti.referral.course.ReferralStatus.ADMITTED;
import static cn.yigongti.referral.course.ReferralStatus.APPLIED;
import static cn.yigongti.referral.course.ReferralStatus.DISCHARGED;
import static cn.yigongti.referral.course.ReferralStatus.DISCHARGE_CANCELLED;
import static cn.yigongti.referral.course.ReferralStatus.EXPIRED;
import static cn.yigongti.referral.course.ReferralStatus.OUTPATIENT_COMPLETED;
import static cn.yigongti.referral.course.ReferralStatus.OUTPATIENT_VISITED;
import static cn.yigongti.referral.course.ReferralStatus.RETURNED;
import static org.assertj.core.api.Assertions.assertThat;

class CourseTests {

	@Test
	void staysAppliedWithoutEvents() {
		Course course = Course.of(OPEN, List.of());
		assertThat(course.status()).isEqualTo(APPLIED);
		assertThat(course.steps()).isEmpty();
		assertThat(course.findings()).isEqualTo(Findings.NONE);
	}

	@Test
	void walksFromTheVisitThroughAdmissionToDischarge() {
		Course course = Course.of(OPEN, List.of(event(OUTPATIENT_VISITED, 1), event(OUTPATIENT_COMPLETED, 2),
				event(ADMITTED, 3), event(DISCHARGED, 50)));
		assertThat(course.steps()).extracting(Step::from)
			.containsExactly(APPLIED, OUTPATIENT_VISITED, OUTPATIENT_COMPLETED, ADMITTED);
		assertThat(course.findings()).isEqualTo(new Findings("MZ1", hour(1), new Diagnosis("J20.900", "diagnosis 2"),
				"department 3", "ZY3", hour(3), hour(50)));
	}

	@Test
	void parksWhatMissesAMoveBeforeIt() {
		HospitalEvent discharge = event(DISCHARGED, 9);
		Course course = Course.of(OPEN, List.of(discharge));
		assertThat(course.status()).isEqualTo(APPLIED);
		assertThat(course.standingOf(discharge.key())).isEqualTo(Standing.PARKED);
		assertThat(course.findings()).isEqualTo(Findings.NONE);
		Course complete = Course.of(OPEN, List.of(discharge, event(ADMITTED, 4)));
		assertThat(complete.status()).isEqualTo(DISCHARGED);
		assertThat(complete.standingOf(discharge.key())).isEqualTo(Standing.MOVED);
	}

	@Test
	void neverDischargesBeforeTheAdmission() {
		HospitalEvent discharge = event(DISCHARGED, 3);
		Course course = Course.of(OPEN, List.of(event(ADMITTED, 4), discharge));
		assertThat(course.status()).isEqualTo(ADMITTED);
		assertThat(course.standingOf(discharge.key())).isEqualTo(Standing.RECORDED);
	}

	@Test
	void takesALateVisitIntoThePathWithoutMovingTheEnd() {
		HospitalEvent visit = event(OUTPATIENT_VISITED, 1);
		Course course = Course.of(OPEN, List.of(event(ADMITTED, 4), visit));
		assertThat(course.status()).isEqualTo(ADMITTED);
		assertThat(course.steps()).extracting(Step::to).containsExactly(OUTPATIENT_VISITED, ADMITTED);
		assertThat(course.findings().outpatientNumber()).isEqualTo("MZ1");
	}

	@Test
	void fillsWhatIsEmptyFromRecordedEvents() {
		HospitalEvent completed = event(OUTPATIENT_COMPLETED, 2);
		Course course = Course.of(OPEN, List.of(completed, event(ADMITTED, 4)));
		assertThat(course.standingOf(completed.key())).isEqualTo(Standing.RECORDED);
		assertThat(course.findings().outpatientDiagnosis()).isEqualTo(new Diagnosis("J20.900", "diagnosis 2"));
	}

	@Test
	void letsALaterMoveSayItBetter() {
		Course course = Course.of(OPEN, List.of(event(ADMITTED, 4), event(ADMISSION_CANCELLED, 5), event(ADMITTED, 6)));
		assertThat(course.findings().inpatientNumber()).isEqualTo("ZY6");
	}

	@Test
	void refusesWhatCanNotBeReachedAnyMore() {
		HospitalEvent visit = event(OUTPATIENT_VISITED, 60);
		Course course = Course.of(OPEN, List.of(event(ADMITTED, 4), event(DISCHARGED, 50), visit));
		assertThat(course.standingOf(visit.key())).isEqualTo(Standing.REFUSED);
	}

	@Test
	void takesARefusedEventUpWhenALateOneMakesWayForIt() {
		HospitalEvent visit = event(OUTPATIENT_VISITED, 60);
		Course course = Course.of(OPEN,
				List.of(event(ADMITTED, 4), event(ADMISSION_CANCELLED, 5), event(DISCHARGED, 50), visit));
		assertThat(course.status()).isEqualTo(OUTPATIENT_VISITED);
		assertThat(course.standingOf(visit.key())).isEqualTo(Standing.MOVED);
	}

	@Test
	void knowsNoVisitAfterTheValidity() {
		HospitalEvent visit = event(OUTPATIENT_VISITED, 101);
		Course course = Course.of(OPEN, List.of(visit));
		assertThat(course.status()).isEqualTo(APPLIED);
		assertThat(course.standingOf(visit.key())).isEqualTo(Standing.REFUSED);
	}

	@Test
	void admitsAfterTheValidityOnlyWhoCameWithinIt() {
		HospitalEvent admission = event(ADMITTED, 101);
		assertThat(Course.of(OPEN, List.of(admission)).standingOf(admission.key())).isEqualTo(Standing.PARKED);
		assertThat(Course.of(OPEN, List.of(event(OUTPATIENT_VISITED, 99), admission)).status()).isEqualTo(ADMITTED);
		assertThat(Course.of(OPEN, List.of(event(ADMITTED, 90), event(ADMISSION_CANCELLED, 91), admission)).status())
			.isEqualTo(ADMISSION_CANCELLED);
	}

	@Test
	void takesNoReportOfWhatIsNotTheHospitalsToReport() {
		for (ReferralStatus type : List.of(APPLIED, RETURNED, EXPIRED)) {
			HospitalEvent event = event(type, 5);
			Course course = Course.of(OPEN, List.of(event(ADMITTED, 4), event(DISCHARGED, 50), event));
			assertThat(course.standingOf(event.key())).as(type.name()).isEqualTo(Standing.REFUSED);
		}
	}

	@Test
	void movesNothingAfterTheEnd() {
		Validity returned = new Validity(VALID_UNTIL, hour(60));
		HospitalEvent before = Events.afterEnd(event(OUTPATIENT_VISITED, 1));
		HospitalEvent after = Events.afterEnd(event(DISCHARGE_CANCELLED, 61));
		Course course = Course.of(returned, List.of(event(ADMITTED, 4), event(DISCHARGED, 50), before, after));
		assertThat(course.steps()).extracting(Step::to).containsExactly(ADMITTED, DISCHARGED);
		assertThat(course.standingOf(before.key())).isEqualTo(Standing.RECORDED);
		assertThat(course.standingOf(after.key())).isEqualTo(Standing.REFUSED);
		assertThat(course.findings().outpatientNumber()).isEqualTo("MZ1");
	}

	@Test
	void replaysTheSameMomentInTheOrderOfTheWorkflow() {
		Course course = Course.of(OPEN,
				List.of(event(DISCHARGED, 5), event(ADMITTED, 5), event(OUTPATIENT_VISITED, 5)));
		assertThat(course.status()).isEqualTo(DISCHARGED);
		assertThat(course.steps()).hasSize(3);
	}

}

package cn.yigongti.referral.course;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

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

class ReferralStatusTests {

	/** The table of the domain page, written down once more. */
	static final Map<ReferralStatus, Set<ReferralStatus>> LEGAL = Map.of(APPLIED,
			Set.of(OUTPATIENT_VISITED, ADMITTED, EXPIRED), OUTPATIENT_VISITED, Set.of(OUTPATIENT_COMPLETED, ADMITTED),
			OUTPATIENT_COMPLETED, Set.of(ADMITTED, RETURNED), ADMITTED, Set.of(ADMISSION_CANCELLED, DISCHARGED),
			ADMISSION_CANCELLED, Set.of(ADMITTED, OUTPATIENT_VISITED, RETURNED, EXPIRED), DISCHARGED,
			Set.of(DISCHARGE_CANCELLED, RETURNED), DISCHARGE_CANCELLED, Set.of(DISCHARGED), RETURNED, Set.of(), EXPIRED,
			Set.of());

	static Stream<Arguments> pairs() {
		return Stream.of(ReferralStatus.values())
			.flatMap((from) -> Stream.of(ReferralStatus.values())
				.filter((to) -> to != from)
				.map((to) -> Arguments.of(from, to, LEGAL.getOrDefault(from, Set.of()).contains(to))));
	}

	@ParameterizedTest
	@MethodSource("pairs")
	void allowsTheMovesOfTheTableAndNoOther(ReferralStatus from, ReferralStatus to, boolean legal) {
		assertThat(from.mayGoTo(to)).isEqualTo(legal);
	}

	@Test
	void hasSixteenLegalMovesAmongSeventyTwoPairs() {
		assertThat(pairs()).hasSize(72);
		assertThat(pairs().filter((pair) -> (boolean) pair.get()[2])).hasSize(16);
	}

	@Test
	void leadsTheHospitalFromEverythingOpenToEverythingButTheApplication() {
		assertThat(APPLIED.reachesByHospital(DISCHARGE_CANCELLED)).isTrue();
		assertThat(OUTPATIENT_COMPLETED.reachesByHospital(OUTPATIENT_VISITED)).isTrue();
		assertThat(ADMITTED.reachesByHospital(ADMITTED)).isTrue();
		assertThat(OUTPATIENT_VISITED.reachesByHospital(APPLIED)).isFalse();
	}

	@Test
	void leadsFromADischargeOnlyToItsCancellation() {
		assertThat(Stream.of(ReferralStatus.values()).filter(DISCHARGED::reachesByHospital))
			.containsExactlyInAnyOrder(DISCHARGED, DISCHARGE_CANCELLED);
		assertThat(Stream.of(ReferralStatus.values()).filter(RETURNED::reachesByHospital)).isEmpty();
	}

}

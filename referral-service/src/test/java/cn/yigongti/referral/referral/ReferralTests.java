package cn.yigongti.referral.referral;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import cn.yigongti.referral.course.Course;
import cn.yigongti.referral.course.Events;
import cn.yigongti.referral.course.IllegalTransition;
import cn.yigongti.referral.course.ReferralStatus;
import cn.yigongti.referral.relation.ReferralType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static cn.yigongti.referral.course.ReferralStatus.ADMISSION_CANCELLED;
import static cn.yigongti.referral.course.ReferralStatus.ADMITTED;
import static cn.yigongti.referral.course.ReferralStatus.APPLIED;
import static cn.yigongti.referral.course.ReferralStatus.DISCHARGED;
import static cn.yigongti.referral.course.ReferralStatus.EXPIRED;
import static cn.yigongti.referral.course.ReferralStatus.OUTPATIENT_VISITED;
import static cn.yigongti.referral.course.ReferralStatus.RETURNED;
import static cn.yigongti.referral.referral.ReferralBuilder.referral;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ReferralTests {

	private static final ReturnNote NOTE = new ReturnNote("好转", "随访", null, null, null);

	static Stream<Arguments> pairs() {
		return Stream.of(ReferralStatus.values())
			.flatMap((from) -> Stream.of(ReferralStatus.values())
				.filter((to) -> to != from)
				.map((to) -> Arguments.of(from, to)));
	}

	@ParameterizedTest
	@MethodSource("pairs")
	void makesTheSixteenLegalMovesAndRefusesTheOtherFiftySix(ReferralStatus from, ReferralStatus to) {
		Referral referral = referral().at(from);
		assertThat(referral.status()).isEqualTo(from);
		if (from.mayGoTo(to)) {
			referral.moveTo(to);
			assertThat(referral.status()).isEqualTo(to);
		}
		else {
			assertThatExceptionOfType(IllegalTransition.class).isThrownBy(() -> referral.moveTo(to))
				.satisfies((refusal) -> assertThat(refusal.from()).isEqualTo(from))
				.satisfies((refusal) -> assertThat(refusal.legal()).isEqualTo(from.next()));
			assertThat(referral.status()).isEqualTo(from);
		}
	}

	@Test
	void isGoodUntilTheEndOfTheDayInChina() {
		Referral referral = referral().appointmentAt(Instant.parse("2026-11-02T16:30:00Z")).build();
		assertThat(referral.validUntil()).isEqualTo(Instant.parse("2026-11-10T15:59:59Z"));
	}

	@Test
	void isGoodForLongerWithALaterAppointment() {
		Referral referral = referral().build();
		ReferralLetter later = referral().appointmentAt(Instant.parse("2026-11-20T02:00:00Z")).letter();
		referral.amend(later, Events.hour(1));
		assertThat(referral.validUntil()).isEqualTo(Instant.parse("2026-11-27T15:59:59Z"));
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "APPLIED")
	void keepsItsLetterOnceThePatientHasCome(ReferralStatus status) {
		Referral referral = referral().at(status);
		assertThatExceptionOfType(NotAmendable.class)
			.isThrownBy(() -> referral.amend(referral().letter(), Events.hour(1)));
	}

	@Test
	void isNotReturnedWhenItWasReferredDown() {
		Referral down = referral().type(ReferralType.DOWN)
			.from(ReferralBuilder.COUNTY)
			.to(ReferralBuilder.TOWNSHIP)
			.at(DISCHARGED);
		assertThatExceptionOfType(IllegalTransition.class)
			.isThrownBy(() -> down.giveBack(NOTE, Events.hour(60), Events.hour(60)))
			.satisfies((refusal) -> assertThat(refusal.legal()).containsExactly(ReferralStatus.DISCHARGE_CANCELLED));
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "APPLIED")
	void isVoidOnlyBeforeThePatientHasCome(ReferralStatus status) {
		Referral referral = referral().at(status);
		assertThatExceptionOfType(IllegalTransition.class)
			.isThrownBy(() -> referral.makeVoid(voiding(), Events.hour(70)));
	}

	@Test
	void goesNowhereOnceItIsVoid() {
		Referral referral = referral().build();
		referral.makeVoid(voiding(), Events.hour(1));
		assertThat(referral.legalNext()).isEmpty();
		assertThat(referral.isInTheWay()).isFalse();
		referral.follow(Course.of(referral.validity(), List.of(Events.afterEnd(Events.event(ADMITTED, 2)))),
				Events.hour(2));
		assertThat(referral.status()).isEqualTo(APPLIED);
		assertThatExceptionOfType(IllegalTransition.class)
			.isThrownBy(() -> referral.makeVoid(voiding(), Events.hour(2)));
	}

	@Test
	void doesNotExpireBeforeItsTime() {
		Referral referral = referral().build();
		assertThatExceptionOfType(IllegalTransition.class)
			.isThrownBy(() -> referral.expire(Events.APPLIED_AT, referral.validUntil()));
		referral.expire(Events.APPLIED_AT, referral.validUntil().plusSeconds(1));
		assertThat(referral.status()).isEqualTo(EXPIRED);
		assertThat(referral.endedAt()).isEqualTo(referral.validUntil());
	}

	@Test
	void expiresAfterACancelledAdmissionOnlyWithoutAVisit() {
		Referral admitted = referral().at(ADMISSION_CANCELLED);
		Instant later = admitted.validUntil().plusSeconds(60);
		admitted.expire(Events.hour(2), later);
		assertThat(admitted.status()).isEqualTo(EXPIRED);
		Referral visited = referral().build();
		visited.follow(Course.of(visited.validity(), List.of(Events.event(OUTPATIENT_VISITED, 1),
				Events.event(ADMITTED, 2), Events.event(ADMISSION_CANCELLED, 3))), Events.hour(3));
		assertThatExceptionOfType(IllegalTransition.class).isThrownBy(() -> visited.expire(Events.hour(3), later));
	}

	@Test
	void standsInTheWayOfAnotherUntilTheCareIsDone() {
		assertThat(referral().at(APPLIED).isInTheWay()).isTrue();
		assertThat(referral().at(ADMITTED).isInTheWay()).isTrue();
		assertThat(referral().at(DISCHARGED).isInTheWay()).isFalse();
		assertThat(referral().at(RETURNED).isInTheWay()).isFalse();
		assertThat(referral().at(EXPIRED).isInTheWay()).isFalse();
	}

	@Test
	void isNotInTheWayWhenItIsHistoryLongOver() {
		Referral old = referral().imported().build("R1", Events.APPLIED_AT.plusSeconds(90 * 86_400));
		assertThat(old.isInTheWay()).isFalse();
	}

	private static Voiding voiding() {
		return new Voiding(Voiding.Kind.WITHDRAWN, "患者改变主意", "doctor", null);
	}

}

package cn.yigongti.referral.course;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever hospitals send, in whatever order, the end is the same and every move is
 * legal.
 */
class CourseProperties {

	@Property(tries = 3_000)
	void endsTheSameInEveryOrder(@ForAll("anyEvents") List<HospitalEvent> events, @ForAll Random random) {
		List<HospitalEvent> shuffled = new ArrayList<>(events);
		Collections.shuffle(shuffled, random);
		assertThat(Course.of(Events.OPEN, shuffled)).isEqualTo(Course.of(Events.OPEN, events));
	}

	@Property
	void movesOnlyAsTheTableAllows(@ForAll("anyEvents") List<HospitalEvent> events) {
		ReferralStatus status = ReferralStatus.APPLIED;
		for (Step step : Course.of(Events.OPEN, events).steps()) {
			assertThat(step.from()).isEqualTo(status);
			assertThat(status.mayGoTo(step.to())).isTrue();
			status = step.to();
		}
		assertThat(Course.of(Events.OPEN, events).status()).isEqualTo(status);
	}

	@Property
	void goesOnlyForwardInTime(@ForAll("anyEvents") List<HospitalEvent> events) {
		assertThat(Course.of(Events.OPEN, events).steps())
			.isSortedAccordingTo((one, other) -> one.occurredAt().compareTo(other.occurredAt()));
	}

	@Property
	void parksOnlyWhatAnotherEventCanStillMove(@ForAll("anyEvents") List<HospitalEvent> events) {
		Course course = Course.of(Events.OPEN, events);
		for (HospitalEvent event : events) {
			if (course.standingOf(event.key()) == Standing.PARKED) {
				assertThat(course.status().reachesByHospital(event.type())).isTrue();
				assertThat(course.steps()).allMatch((step) -> !step.occurredAt().isAfter(event.occurredAt()));
			}
		}
	}

	@Provide
	Arbitrary<List<HospitalEvent>> anyEvents() {
		Arbitrary<HospitalEvent> event = Combinators
			.combine(Arbitraries.of(ReferralStatus.class), Arbitraries.integers().between(0, 130),
					Arbitraries.of("his", "lis"))
			.as((type, hour, source) -> {
				HospitalEvent plain = Events.event(type, hour);
				return new HospitalEvent(new EventKey(source, plain.key().eventId()), type, plain.occurredAt(),
						plain.facts(), false);
			});
		return event.list().ofMaxSize(12).map(CourseProperties::distinct);
	}

	private static List<HospitalEvent> distinct(List<HospitalEvent> events) {
		return List.copyOf(events.stream()
			.collect(Collectors.toMap(HospitalEvent::key, (event) -> event, (one, other) -> one, LinkedHashMap::new))
			.values());
	}

}

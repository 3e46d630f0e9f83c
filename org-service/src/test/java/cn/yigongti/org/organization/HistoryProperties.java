package cn.yigongti.org.organization;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever is changed and taken back, in whatever order. */
class HistoryProperties {

	private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);

	private static final int OPENING = 10;

	private static final int DAYS = 40;

	private static final int NONE = -1;

	/**
	 * A move to a township on a day, or to {@code NONE}: what that day brought is
	 * withdrawn.
	 */
	record Act(int day, int township) {

		LocalDate date() {
			return FIRST.plusDays(this.day);
		}

	}

	@Property
	void everyDaySinceTheOpeningHasExactlyOneEdition(@ForAll("acts") List<Act> acts) {
		History history = History.beginning(FIRST.plusDays(OPENING), standing(0), null);
		for (Act act : acts) {
			history = done(history, act);
		}
		List<Edition> editions = history.editions();
		assertThat(editions.getFirst().span().from()).isEqualTo(history.openedOn());
		days().forEach((day) -> assertThat(
				editions.stream().filter((edition) -> edition.span().covers(FIRST.plusDays(day))).count())
			.isEqualTo((day < OPENING) ? 0 : 1));
		assertThat(editions).isEqualTo(history.editionsFrom(FIRST));
		IntStream.range(1, editions.size())
			.forEach((i) -> assertThat(editions.get(i).standing()).isNotEqualTo(editions.get(i - 1).standing()));
	}

	@Property
	void everyDayIsAsInAListOfDays(@ForAll("acts") List<Act> acts) {
		History history = History.beginning(FIRST.plusDays(OPENING), standing(0), null);
		int[] model = days().map((day) -> (day < OPENING) ? NONE : 0).toArray();
		for (Act act : acts) {
			history = done(history, act);
			doneByHand(model, act);
		}
		for (int day = 0; day < DAYS; day++) {
			assertThat(history.on(FIRST.plusDays(day))).as("day " + day)
				.isEqualTo((model[day] == NONE) ? null : standing(model[day]));
		}
	}

	private static History done(History history, Act act) {
		try {
			if (act.township() != NONE) {
				return history.changed(act.date(), standing(act.township()));
			}
			return history.openedOn().equals(act.date()) ? history : history.withdrawn(act.date());
		}
		catch (LaterChange | ChangedBeforeOpened ex) {
			return history;
		}
	}

	private static void doneByHand(int[] model, Act act) {
		int end = act.day();
		while (end < DAYS && model[end] == model[act.day()]) {
			end++;
		}
		if (act.township() != NONE && act.day() >= OPENING && end == DAYS) {
			Arrays.fill(model, act.day(), end, act.township());
		}
		if (act.township() == NONE && act.day() > OPENING) {
			Arrays.fill(model, act.day(), end,
					(model[act.day()] != model[act.day() - 1]) ? model[act.day() - 1] : model[act.day()]);
		}
	}

	@Provide
	Arbitrary<List<Act>> acts() {
		Arbitrary<Integer> township = Arbitraries.integers().between(NONE, 3);
		return Combinators.combine(Arbitraries.integers().between(OPENING - 2, DAYS - 2), township)
			.as(Act::new)
			.list()
			.ofMaxSize(25);
	}

	private static IntStream days() {
		return IntStream.range(0, DAYS);
	}

	private static Standing standing(int township) {
		return OrganizationBuilder.hospital().in("50022910" + township).standing();
	}

}

package cn.yigongti.org.organization;

import java.time.LocalDate;

import cn.yigongti.org.calendar.Span;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static cn.yigongti.org.organization.OrganizationBuilder.hospital;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class HistoryTests {

	private static final LocalDate OPENING = LocalDate.of(2000, 1, 1);

	private static final LocalDate CHANGE = LocalDate.of(2020, 6, 1);

	private final Standing before = hospital().in("500229101").standing();

	private final Standing after = hospital().in("500229102").standing();

	private final History opened = History.beginning(OPENING, this.before, null);

	private final History changed = this.opened.changed(CHANGE, this.after);

	@Test
	void saysWhatWasAndWhatIs() {
		assertThat(this.changed.on(OPENING.minusDays(1))).isNull();
		assertThat(this.changed.on(OPENING)).isEqualTo(this.before);
		assertThat(this.changed.on(CHANGE.minusDays(1))).isEqualTo(this.before);
		assertThat(this.changed.on(CHANGE)).isEqualTo(this.after);
		assertThat(this.changed.editions()).containsExactly(new Edition(new Span(OPENING, CHANGE), this.before),
				new Edition(new Span(CHANGE, null), this.after));
	}

	@Test
	void correctsWhatBeginsOnTheVeryDay() {
		Standing right = hospital().in("500229103").standing();
		assertThat(this.changed.changed(CHANGE, right)).isEqualTo(this.opened.changed(CHANGE, right));
		assertThat(this.opened.changed(OPENING, right)).isEqualTo(History.beginning(OPENING, right, null));
	}

	@Test
	void knowsNoChangeThatChangesNothing() {
		assertThat(this.opened.changed(CHANGE, this.before)).isEqualTo(this.opened);
		assertThat(this.changed.changed(CHANGE, this.before)).isEqualTo(this.opened);
		assertThat(this.changed.changed(OPENING, this.before)).isEqualTo(this.changed);
	}

	@ParameterizedTest
	@CsvSource({ "2000-01-01", "2020-05-31" })
	void doesNotOverwriteWhatComesLater(LocalDate from) {
		assertThatExceptionOfType(LaterChange.class).isThrownBy(() -> this.changed.changed(from, this.after))
			.satisfies((ex) -> assertThat(ex.date()).isEqualTo(CHANGE));
	}

	@Test
	void doesNotChangeBeforeItBegins() {
		assertThatExceptionOfType(ChangedBeforeOpened.class)
			.isThrownBy(() -> this.opened.changed(OPENING.minusDays(1), this.after))
			.satisfies((ex) -> assertThat(ex.openedOn()).isEqualTo(OPENING));
	}

	@Test
	void goesOnAsBeforeWhenAChangeIsWithdrawn() {
		assertThat(this.changed.withdrawn(CHANGE)).isEqualTo(this.opened);
		History twice = this.changed.changed(CHANGE.plusDays(1), this.before);
		assertThat(twice.withdrawn(CHANGE)).isEqualTo(this.opened);
	}

	@Test
	void movesItsOpeningUpToTheFirstChange() {
		LocalDate last = CHANGE.minusDays(1);
		assertThat(this.changed.living(last, null).editions().getFirst().span()).isEqualTo(new Span(last, CHANGE));
		assertThat(this.changed.living(OPENING.minusYears(9), null).on(OPENING.minusYears(9))).isEqualTo(this.before);
		assertThatExceptionOfType(OpenedAfterChange.class).isThrownBy(() -> this.changed.living(CHANGE, null))
			.satisfies((ex) -> assertThat(ex.date()).isEqualTo(CHANGE));
		assertThat(this.opened.living(CHANGE, null).openedOn()).isEqualTo(CHANGE);
	}

	@ParameterizedTest
	@CsvSource({ "2000-01-01,,", "1999-01-01,,1999-01-01", "2001-01-01,,2000-01-01", "2000-01-01,2030-01-01,2030-01-01",
			"2001-01-01,2030-01-01,2000-01-01" })
	void saysSinceWhenItDiffers(LocalDate openedOn, @Nullable LocalDate closedOn, @Nullable LocalDate since) {
		History other = this.changed.living(openedOn, closedOn);
		assertThat(other.firstDifference(this.changed).orElse(null)).isEqualTo(since);
		assertThat(this.changed.firstDifference(other).orElse(null)).isEqualTo(since);
		assertThat(this.opened.firstDifference(this.changed)).hasValue(CHANGE);
	}

}

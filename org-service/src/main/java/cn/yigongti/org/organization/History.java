package cn.yigongti.org.organization;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import cn.yigongti.org.calendar.Span;
import org.jspecify.annotations.Nullable;

/**
 * All that is dated of an organization (机构沿革): when it opened, what it was, is and will
 * be from then on, and when it closes. Every day since it opened has exactly one
 * {@link Edition}, because one ends where the next begins.
 *
 * @param standings by the day from which each holds; the first is the opening
 * @param closedOn the first day on which it is closed
 */
public record History(NavigableMap<LocalDate, Standing> standings, @Nullable LocalDate closedOn) {

	public History {
		standings = Collections.unmodifiableNavigableMap(withoutRepetition(standings));
		if (closedOn != null && !closedOn.isAfter(standings.firstKey())) {
			throw new ClosedBeforeOpened(standings.firstKey());
		}
	}

	/** A day on which nothing changes is none. */
	private static NavigableMap<LocalDate, Standing> withoutRepetition(NavigableMap<LocalDate, Standing> standings) {
		NavigableMap<LocalDate, Standing> changes = new TreeMap<>();
		standings.forEach((date, standing) -> {
			if (changes.isEmpty() || !changes.lastEntry().getValue().equals(standing)) {
				changes.put(date, standing);
			}
		});
		return changes;
	}

	static History beginning(LocalDate openedOn, Standing standing, @Nullable LocalDate closedOn) {
		return new History(new TreeMap<>(Map.of(openedOn, standing)), closedOn);
	}

	public LocalDate openedOn() {
		return this.standings.firstKey();
	}

	public Span life() {
		return new Span(openedOn(), this.closedOn);
	}

	public boolean isActiveOn(LocalDate date) {
		return life().covers(date);
	}

	/** Whether it stays open from this date on, as far as anybody knows today. */
	public boolean staysOpenFrom(LocalDate date) {
		return isActiveOn(date) && this.closedOn == null;
	}

	/** Its standing of a date; {@code null} before it opened. */
	public @Nullable Standing on(LocalDate date) {
		Map.Entry<LocalDate, Standing> latest = this.standings.floorEntry(date);
		return (latest != null) ? latest.getValue() : null;
	}

	/** The earliest first. */
	public List<Edition> editions() {
		return this.standings.entrySet()
			.stream()
			.map((entry) -> new Edition(new Span(entry.getKey(), this.standings.higherKey(entry.getKey())),
					entry.getValue()))
			.toList();
	}

	/** The editions of a date and of all later ones. */
	public List<Edition> editionsFrom(LocalDate date) {
		return editions().stream().filter((edition) -> edition.span().reachesBeyond(date)).toList();
	}

	/** All that were, are or will be above it. */
	Set<UUID> parents() {
		return this.standings.values()
			.stream()
			.map(Standing::parentId)
			.filter(Objects::nonNull)
			.collect(Collectors.toSet());
	}

	/**
	 * Lets it be something else from a day on; what it was before stays in the history.
	 * An edition that begins on that very day is corrected.
	 * @throws ChangedBeforeOpened when it doesn't exist on that day
	 * @throws LaterChange when it changes after that day already
	 */
	History changed(LocalDate from, Standing standing) {
		if (from.isBefore(openedOn())) {
			throw new ChangedBeforeOpened(openedOn());
		}
		if (standing.equals(on(from))) {
			return this;
		}
		LocalDate later = this.standings.higherKey(from);
		if (later != null) {
			throw new LaterChange(later);
		}
		NavigableMap<LocalDate, Standing> changed = new TreeMap<>(this.standings);
		changed.put(from, standing);
		return new History(changed, this.closedOn);
	}

	/** Goes without the change of a day; what was before holds on. */
	History withdrawn(LocalDate from) {
		NavigableMap<LocalDate, Standing> left = new TreeMap<>(this.standings);
		left.remove(from);
		return new History(left, this.closedOn);
	}

	/**
	 * Moves its beginning and its end.
	 * @param closed {@code null} opens a closed one again
	 * @throws ClosedBeforeOpened when the dates are in the wrong order
	 * @throws OpenedAfterChange when it has changed before it would open
	 */
	History living(LocalDate opened, @Nullable LocalDate closed) {
		LocalDate change = this.standings.higherKey(openedOn());
		if (change != null && !opened.isBefore(change)) {
			throw new OpenedAfterChange(change);
		}
		NavigableMap<LocalDate, Standing> moved = new TreeMap<>(this.standings);
		moved.put(opened, moved.pollFirstEntry().getValue());
		return new History(moved, closed);
	}

	/**
	 * The first day on which the two say something else, or on which one has closed and
	 * the other hasn't.
	 */
	Optional<LocalDate> firstDifference(History other) {
		Stream<LocalDate> changes = Stream.concat(this.standings.keySet().stream(), other.standings.keySet().stream())
			.filter((date) -> !Objects.equals(on(date), other.on(date)));
		Stream<LocalDate> ends = Stream.of(this, other)
			.filter((history) -> !Objects.equals(this.closedOn, other.closedOn))
			.<LocalDate>mapMulti((history, dates) -> {
				if (history.closedOn != null) {
					dates.accept(history.closedOn);
				}
			});
		return Stream.concat(changes, ends).min(Comparator.naturalOrder());
	}

}

package cn.yigongti.org.organization;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

import cn.yigongti.org.calendar.Span;
import cn.yigongti.platform.identifier.UuidV7;
import org.jspecify.annotations.Nullable;

/**
 * A medical institution (机构). It exists from the day it opens until the day it closes, on
 * which it is closed.
 */
public class Organization {

	private final UUID id;

	private final boolean fresh;

	private History history;

	private Details details;

	private @Nullable String closureReason;

	private final Instant createdAt;

	private Instant updatedAt;

	private Organization(UUID id, boolean fresh, History history, Details details, @Nullable String closureReason,
			Instant createdAt, Instant updatedAt) {
		this.id = id;
		this.fresh = fresh;
		this.history = history;
		this.details = details;
		this.closureReason = closureReason;
		this.createdAt = createdAt;
		this.updatedAt = updatedAt;
	}

	/**
	 * Registers an organization.
	 * @param closedOn given when a county brings along one that has closed already
	 * @throws ClosedBeforeOpened when the dates are in the wrong order
	 */
	static Organization registered(Particulars particulars, @Nullable LocalDate closedOn, Instant now) {
		Instant at = now.truncatedTo(ChronoUnit.MICROS);
		History history = History.beginning(particulars.openedOn(), particulars.standing(), closedOn);
		return new Organization(UuidV7.next(), true, history, particulars.details(), null, at, at);
	}

	static Organization stored(UUID id, History history, Details details, @Nullable String closureReason,
			Instant createdAt, Instant updatedAt) {
		return new Organization(id, false, history, details, closureReason, createdAt, updatedAt);
	}

	/**
	 * Replaces what is known of it.
	 * @param from the day from which its standing holds; all else holds at once
	 * @param closedOn {@code null} opens a closed one again
	 * @throws LaterChange when its standing changes after that day already
	 */
	void revise(Particulars revised, LocalDate from, @Nullable LocalDate closedOn, Instant now) {
		this.history = this.history.living(revised.openedOn(), closedOn).changed(from, revised.standing());
		this.details = revised.details();
		this.closureReason = (closedOn != null) ? this.closureReason : null;
		this.updatedAt = now.truncatedTo(ChronoUnit.MICROS);
	}

	/** Takes back the change of a day. */
	void withdraw(LocalDate from, Instant now) {
		this.history = this.history.withdrawn(from);
		this.updatedAt = now.truncatedTo(ChronoUnit.MICROS);
	}

	void close(LocalDate date, String reason, Instant now) {
		LocalDate closedOn = this.history.closedOn();
		if (closedOn != null) {
			throw new AlreadyClosed(closedOn);
		}
		this.history = this.history.living(this.history.openedOn(), date);
		this.closureReason = reason;
		this.updatedAt = now.truncatedTo(ChronoUnit.MICROS);
	}

	/** Why this can't be the parent of the other on every day from one on, if so. */
	Optional<ParentRefusal> refusalOf(Organization child, LocalDate from) {
		return child.history.editionsFrom(from)
			.stream()
			.filter((edition) -> this.id.equals(edition.standing().parentId()))
			.flatMap((edition) -> refusalOf(child.history, edition, from).stream())
			.findFirst();
	}

	private Optional<ParentRefusal> refusalOf(History child, Edition edition, LocalDate from) {
		Span days = edition.span().intersection(child.life()).intersection(new Span(from, null));
		if (days.isEmpty()) {
			return Optional.empty();
		}
		return this.history.editions()
			.stream()
			.filter((own) -> own.span().overlaps(days))
			.flatMap((own) -> own.standing().refusalOf(edition.standing()).stream())
			.findFirst()
			.or(() -> refusalByLife(child, days));
	}

	/**
	 * A child may have opened before its parent, because nobody knows what was above it
	 * then. But it can't move to one that isn't there yet.
	 */
	private Optional<ParentRefusal> refusalByLife(History child, Span days) {
		if (days.outlasts(this.history.life())) {
			return Optional.of(ParentRefusal.CLOSED);
		}
		boolean tooEarly = days.from().isBefore(this.history.openedOn()) && !days.from().equals(child.openedOn());
		return tooEarly ? Optional.of(ParentRefusal.NOT_YET_OPEN) : Optional.empty();
	}

	public UUID id() {
		return this.id;
	}

	/** Whether it has never been stored. */
	boolean isFresh() {
		return this.fresh;
	}

	public History history() {
		return this.history;
	}

	Details details() {
		return this.details;
	}

	@Nullable String closureReason() {
		return this.closureReason;
	}

	Instant createdAt() {
		return this.createdAt;
	}

	Instant updatedAt() {
		return this.updatedAt;
	}

}

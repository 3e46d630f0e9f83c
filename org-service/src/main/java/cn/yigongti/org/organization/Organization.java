package cn.yigongti.org.organization;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

import cn.yigongti.org.code.DivisionLevel;
import cn.yigongti.platform.identifier.UuidV7;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * A medical institution (机构). It exists from the day it opens until the day it closes, on
 * which it is closed.
 */
@SuppressWarnings("UnusedVariable") // some fields are there for the database alone
public class Organization {

	@Id
	private final UUID id;

	@Version
	private @Nullable Long version;

	@Embedded(onEmpty = Embedded.OnEmpty.USE_EMPTY)
	private Particulars particulars;

	private @Nullable LocalDate closedOn;

	private @Nullable String closureReason;

	private final Instant createdAt;

	private Instant updatedAt;

	@PersistenceCreator
	Organization(UUID id, @Nullable Long version, Particulars particulars, @Nullable LocalDate closedOn,
			@Nullable String closureReason, Instant createdAt, Instant updatedAt) {
		this.id = id;
		this.version = version;
		this.particulars = particulars;
		this.closedOn = closedOn;
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
		Organization organization = new Organization(UuidV7.next(), null, particulars, null, null, at, at);
		organization.revise(particulars, closedOn, now);
		return organization;
	}

	/**
	 * Replaces what is known of it.
	 * @param closedOn {@code null} opens a closed one again
	 */
	void revise(Particulars revised, @Nullable LocalDate closedOn, Instant now) {
		if (closedOn != null && !closedOn.isAfter(revised.openedOn())) {
			throw new ClosedBeforeOpened(revised.openedOn());
		}
		this.particulars = revised;
		this.closureReason = (closedOn != null) ? this.closureReason : null;
		this.closedOn = closedOn;
		this.updatedAt = now.truncatedTo(ChronoUnit.MICROS);
	}

	void close(LocalDate date, String reason, Instant now) {
		if (this.closedOn != null) {
			throw new AlreadyClosed(this.closedOn);
		}
		revise(this.particulars, date, now);
		this.closureReason = reason;
	}

	public boolean isActiveOn(LocalDate date) {
		return !date.isBefore(this.particulars.openedOn()) && !isClosedOn(date);
	}

	private boolean isClosedOn(LocalDate date) {
		return this.closedOn != null && !date.isBefore(this.closedOn);
	}

	/** Whether it stays open from this date on, as far as anybody knows today. */
	public boolean staysOpenFrom(LocalDate date) {
		return isActiveOn(date) && this.closedOn == null;
	}

	/** Why this can't be the parent of the other, if so. */
	Optional<ParentRefused.Reason> refusalOf(Organization child) {
		Particulars below = child.particulars;
		DivisionLevel shared = this.particulars.tier().levelSharedWithChildren();
		if (this.particulars.tier() != below.tier().ofParent()) {
			return Optional.of(ParentRefused.Reason.WRONG_TIER);
		}
		if (shared != null && !below.regionCode().agreesWith(this.particulars.regionCode(), shared)) {
			return Optional.of(ParentRefused.Reason.OTHER_DIVISION);
		}
		return child.outlasts(this) ? Optional.of(ParentRefused.Reason.CLOSED) : Optional.empty();
	}

	/** Whether it is still open when the other has closed. */
	boolean outlasts(Organization other) {
		return other.closedOn != null && (this.closedOn == null || this.closedOn.isAfter(other.closedOn));
	}

	public UUID id() {
		return this.id;
	}

	public Particulars particulars() {
		return this.particulars;
	}

	public @Nullable LocalDate closedOn() {
		return this.closedOn;
	}

}

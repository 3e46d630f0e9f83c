package cn.yigongti.org.organization;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

import cn.yigongti.org.calendar.Today;
import cn.yigongti.org.code.DivisionCode;
import cn.yigongti.org.openwork.OpenWork;
import cn.yigongti.org.openwork.WorkOwners;
import cn.yigongti.platform.audit.AuditTrail;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.problem.NotFound;
import cn.yigongti.platform.remote.DependencyUnavailable;
import cn.yigongti.platform.version.ExpectedVersion;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Changes what the register says of an organization: from a day on what is dated, closing
 * and opening again included.
 * <p>
 * A closing date that is set, or brought forward, waits for work that others have under
 * way, as {@link CloseOrganization} says; here it can't be forced, since that takes a
 * reason. To put a closing date off, or to take it away, nobody needs to be asked.
 */
@Component
public class ReviseOrganization {

	private final Organizations organizations;

	private final Register register;

	private final Placement placement;

	private final Ties ties;

	private final WorkOwners owners;

	private final AuditTrail audit;

	private final Today today;

	private final Clock clock;

	private final TransactionOperations transaction;

	ReviseOrganization(Organizations organizations, Register register, Placement placement, Ties ties,
			WorkOwners owners, AuditTrail audit, Today today, Clock clock, TransactionOperations transaction) {
		this.organizations = organizations;
		this.register = register;
		this.placement = placement;
		this.ties = ties;
		this.owners = owners;
		this.audit = audit;
		this.today = today;
		this.clock = clock;
		this.transaction = transaction;
	}

	/** What the register shall say. */
	public record Revision(Particulars particulars, @Nullable LocalDate closedOn) {

		/** Whether it would close an organization at all, or earlier than planned. */
		boolean closesBefore(@Nullable LocalDate planned) {
			return this.closedOn != null && (planned == null || this.closedOn.isBefore(planned));
		}

	}

	private record Change(Caller caller, UUID id, ExpectedVersion expected, LocalDate date,
			Function<RegisteredOrganization, Revision> revision) {

	}

	/** What a change comes to, as the register is now. */
	private record Outcome(Revision wanted, @Nullable LocalDate plannedClosing) {

		boolean closes() {
			return this.wanted.closesBefore(this.plannedClosing);
		}

	}

	/**
	 * Revises an organization. Its standing holds from a day on, which may lie ahead; all
	 * else at once.
	 * @param from today if {@code null}
	 * @param revision made from what the register says of that day
	 * @return what the register says of today
	 * @throws NotFound when the caller's grants don't reach it
	 * @throws OutOfScope when it would be moved to where the caller's grants don't reach
	 * @throws ChangedBeforeOpened when it doesn't exist on that day
	 * @throws LaterChange when its standing would change, and changes again later
	 * @throws OpenWorkLeft when it would close, and others have work under way for it
	 * @throws DependencyUnavailable when it would close, and one of them can't be asked
	 */
	public RegisteredOrganization revise(Caller caller, UUID id, ExpectedVersion expected, @Nullable LocalDate from,
			Function<RegisteredOrganization, Revision> revision) {
		Change change = new Change(caller, id, expected, this.today.or(from), revision);
		List<OpenWork> openWork = outcome(change).closes() ? this.owners.askAbout(id) : null;
		return Objects.requireNonNull(this.transaction.execute((_) -> revise(change, openWork)));
	}

	private RegisteredOrganization revise(Change change, @Nullable List<OpenWork> openWork) {
		UUID id = change.id();
		Organization organization = this.organizations.lock(id).orElseThrow(() -> new NotFound("organization", id));
		History before = organization.history();
		Outcome outcome = outcome(change);
		Particulars wanted = outcome.wanted().particulars();
		wanted.requireOpened(this.today.date());
		organization.revise(wanted, change.date(), outcome.wanted().closedOn(), this.clock.instant());
		save(change.caller(), organization, before);
		if (outcome.closes()) {
			requireDone(id, openWork);
		}
		this.audit.record(change.caller(), "organization:revise", "organization", id.toString(), null);
		return stillReached(change.caller(), id, change.date(), wanted.standing().regionCode());
	}

	private Outcome outcome(Change change) {
		RegisteredOrganization current = current(change.caller(), change.id());
		RegisteredOrganization then = this.register.findToWrite(change.caller(), change.id(), change.date())
			.orElseThrow(() -> new ChangedBeforeOpened(current.particulars().openedOn()));
		change.expected().verifyAny(current.tag(), then.tag());
		return new Outcome(change.revision().apply(then), current.closedOn());
	}

	/**
	 * Nobody was asked if it closes only since somebody else has changed it meanwhile.
	 */
	private static void requireDone(UUID id, @Nullable List<OpenWork> openWork) {
		if (openWork == null) {
			throw new OptimisticLockingFailureException("organization " + id + " has changed");
		}
		if (!openWork.isEmpty()) {
			throw new OpenWorkLeft(openWork);
		}
	}

	/**
	 * Takes back a change of the standing that still lies ahead.
	 * @param from the day from which it would hold
	 * @throws NotFound when the caller's grants don't reach the organization, or nothing
	 * changes on that day
	 * @throws AlreadyInEffect when that day has come
	 */
	@Transactional
	public void withdraw(Caller caller, UUID id, ExpectedVersion expected, LocalDate from) {
		Organization organization = this.organizations.lock(id).orElseThrow(() -> new NotFound("organization", id));
		expected.verify(current(caller, id).tag());
		History before = organization.history();
		if (!before.standings().containsKey(from)) {
			throw new NotFound("change", from);
		}
		if (!from.isAfter(this.today.date())) {
			throw new AlreadyInEffect(from);
		}
		organization.withdraw(from, this.clock.instant());
		save(caller, organization, before);
		this.audit.record(caller, "organization:withdraw-change", "organization", id.toString(), null);
	}

	private RegisteredOrganization current(Caller caller, UUID id) {
		return this.register.findToWrite(caller, id, null).orElseThrow(() -> new NotFound("organization", id));
	}

	/** Nobody moves an organization out of their own reach, not even in future. */
	private RegisteredOrganization stillReached(Caller caller, UUID id, LocalDate from, DivisionCode division) {
		return this.register.findToWrite(caller, id, null)
			.filter((found) -> !from.isAfter(this.today.date()) || this.register.willReach(caller, id, from))
			.orElseThrow(() -> new OutOfScope(division.value()));
	}

	private void save(Caller caller, Organization organization, History before) {
		organization.history()
			.firstDifference(before)
			.ifPresent((date) -> requireAllowed(caller, organization, before, date));
		this.organizations.save(organization);
	}

	private void requireAllowed(Caller caller, Organization organization, History before, LocalDate from) {
		this.placement.check(caller, new Placed(organization, from, before.parents()));
		this.placement.checkChildren(organization, from);
		this.ties.allow(organization, from);
		LocalDate closedOn = organization.history().closedOn();
		if (closedOn != null && !closedOn.equals(before.closedOn())) {
			this.ties.release(organization, closedOn);
		}
	}

}

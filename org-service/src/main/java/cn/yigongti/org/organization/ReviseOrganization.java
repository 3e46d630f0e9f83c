package cn.yigongti.org.organization;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;

import cn.yigongti.org.calendar.Today;
import cn.yigongti.org.code.DivisionCode;
import cn.yigongti.platform.audit.AuditTrail;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.problem.NotFound;
import cn.yigongti.platform.version.ExpectedVersion;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes what the register says of an organization: from a day on what is dated, closing
 * and opening again included.
 */
@Component
public class ReviseOrganization {

	private final Organizations organizations;

	private final Register register;

	private final Placement placement;

	private final Ties ties;

	private final AuditTrail audit;

	private final Today today;

	private final Clock clock;

	ReviseOrganization(Organizations organizations, Register register, Placement placement, Ties ties, AuditTrail audit,
			Today today, Clock clock) {
		this.organizations = organizations;
		this.register = register;
		this.placement = placement;
		this.ties = ties;
		this.audit = audit;
		this.today = today;
		this.clock = clock;
	}

	/** What the register shall say. */
	public record Revision(Particulars particulars, @Nullable LocalDate closedOn) {

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
	 */
	@Transactional
	public RegisteredOrganization revise(Caller caller, UUID id, ExpectedVersion expected, @Nullable LocalDate from,
			Function<RegisteredOrganization, Revision> revision) {
		Organization organization = this.organizations.lock(id).orElseThrow(() -> new NotFound("organization", id));
		RegisteredOrganization current = current(caller, id);
		History before = organization.history();
		LocalDate date = this.today.or(from);
		RegisteredOrganization then = this.register.findToWrite(caller, id, date)
			.orElseThrow(() -> new ChangedBeforeOpened(before.openedOn()));
		expected.verifyAny(current.tag(), then.tag());
		Revision wanted = revision.apply(then);
		wanted.particulars().requireOpened(this.today.date());
		organization.revise(wanted.particulars(), date, wanted.closedOn(), this.clock.instant());
		save(caller, organization, before);
		this.audit.record(caller, "organization:revise", "organization", id.toString(), null);
		return stillReached(caller, id, date, wanted.particulars().standing().regionCode());
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

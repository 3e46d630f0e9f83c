package cn.yigongti.org.organization;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;

import cn.yigongti.org.calendar.Today;
import cn.yigongti.platform.audit.AuditTrail;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.problem.NotFound;
import cn.yigongti.platform.version.ExpectedVersion;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes what the register says of an organization, closing and opening again included.
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
	 * Revises an organization.
	 * @param revision made from what the register says now
	 * @throws NotFound when the caller's grants don't reach it
	 * @throws OutOfScope when it would be moved to where the caller's grants don't reach
	 */
	@Transactional
	public RegisteredOrganization revise(Caller caller, UUID id, ExpectedVersion expected,
			Function<RegisteredOrganization, Revision> revision) {
		Organization organization = this.organizations.lock(id).orElseThrow(() -> new NotFound("organization", id));
		RegisteredOrganization current = this.register.findToWrite(caller, id)
			.orElseThrow(() -> new NotFound("organization", id));
		expected.verify(current.tag());
		Revision wanted = revision.apply(current);
		wanted.particulars().requireOpened(this.today.date());
		History before = organization.history();
		organization.revise(wanted.particulars(), this.today.date(), wanted.closedOn(), this.clock.instant());
		organization.history()
			.firstDifference(before)
			.ifPresent((date) -> requireAllowed(caller, organization, before, date));
		this.organizations.save(organization);
		this.audit.record(caller, "organization:revise", "organization", id.toString(), null);
		return this.register.findToWrite(caller, id)
			.orElseThrow(() -> new OutOfScope(wanted.particulars().standing().regionCode().value()));
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

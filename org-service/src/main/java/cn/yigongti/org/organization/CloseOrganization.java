package cn.yigongti.org.organization;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

import cn.yigongti.platform.audit.AuditTrail;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.problem.NotFound;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Closes an organization on a date, which may lie ahead. It is never deleted. A
 * membership ends with it; while it leads a consortium or has children that stay open, it
 * stays open too.
 */
@Component
public class CloseOrganization {

	private final Organizations organizations;

	private final Register register;

	private final Placement placement;

	private final Ties ties;

	private final AuditTrail audit;

	private final Clock clock;

	CloseOrganization(Organizations organizations, Register register, Placement placement, Ties ties, AuditTrail audit,
			Clock clock) {
		this.organizations = organizations;
		this.register = register;
		this.placement = placement;
		this.ties = ties;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Closes it.
	 * @throws NotFound when the caller's grants don't reach it
	 * @throws AlreadyClosed when it has a closing date
	 * @throws HasOpenChildren when organizations below it stay open
	 */
	@Transactional
	public RegisteredOrganization close(Caller caller, UUID id, LocalDate closedOn, String reason) {
		Organization organization = this.organizations.lock(id)
			.filter((found) -> this.register.findToWrite(caller, id, null).isPresent())
			.orElseThrow(() -> new NotFound("organization", id));
		organization.close(closedOn, reason, this.clock.instant());
		this.placement.checkChildren(organization, closedOn);
		this.ties.release(organization, closedOn);
		this.organizations.save(organization);
		this.audit.record(caller, "organization:close", "organization", id.toString(), reason);
		return this.register.findToWrite(caller, id, null).orElseThrow(() -> new NotFound("organization", id));
	}

}

package cn.yigongti.org.organization;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import cn.yigongti.org.openwork.OpenWork;
import cn.yigongti.org.openwork.WorkOwners;
import cn.yigongti.platform.audit.AuditTrail;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.problem.NotFound;
import cn.yigongti.platform.remote.DependencyUnavailable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Closes an organization on a date, which may lie ahead. It is never deleted. A
 * membership ends with it; while it leads a consortium or has children that stay open, it
 * stays open too.
 * <p>
 * While others have work under way for it today, it closes only by force, however far
 * ahead the date lies: nobody can say of today's work whether it will be done by then.
 * Who forces it answers for work that is known. An owner who can't be asked means "not
 * now", by force too.
 * <p>
 * The owners are asked before the transaction, so that no row and no connection waits for
 * them (but for the connection of a request that is repeatable). What they take on
 * between their answer and the commit goes unnoticed; of that there is little, since they
 * learn of the closing within seconds and then take on nothing for a later day.
 */
@Component
public class CloseOrganization {

	private final Organizations organizations;

	private final Register register;

	private final Placement placement;

	private final Ties ties;

	private final WorkOwners owners;

	private final AuditTrail audit;

	private final Clock clock;

	private final TransactionOperations transaction;

	CloseOrganization(Organizations organizations, Register register, Placement placement, Ties ties, WorkOwners owners,
			AuditTrail audit, Clock clock, TransactionOperations transaction) {
		this.organizations = organizations;
		this.register = register;
		this.placement = placement;
		this.ties = ties;
		this.owners = owners;
		this.audit = audit;
		this.clock = clock;
		this.transaction = transaction;
	}

	/**
	 * Closes it.
	 * @throws NotFound when the caller's grants don't reach it
	 * @throws AlreadyClosed when it has a closing date
	 * @throws DependencyUnavailable when one who may have work under way for it can't be
	 * asked
	 * @throws HasOpenChildren when organizations below it stay open
	 * @throws OpenWorkLeft when there is such work, and it isn't forced
	 */
	public RegisteredOrganization close(Caller caller, UUID id, Closure closure) {
		RegisteredOrganization known = this.register.findToWrite(caller, id, null)
			.orElseThrow(() -> new NotFound("organization", id));
		if (known.closedOn() != null) {
			throw new AlreadyClosed(known.closedOn());
		}
		List<OpenWork> openWork = this.owners.askAbout(id);
		return Objects.requireNonNull(this.transaction.execute((_) -> close(caller, id, closure, openWork)));
	}

	private RegisteredOrganization close(Caller caller, UUID id, Closure closure, List<OpenWork> openWork) {
		Organization organization = this.organizations.lock(id)
			.filter((_) -> this.register.findToWrite(caller, id, null).isPresent())
			.orElseThrow(() -> new NotFound("organization", id));
		organization.close(closure.closedOn(), closure.reason(), this.clock.instant());
		this.placement.checkChildren(organization, closure.closedOn());
		this.ties.release(organization, closure.closedOn());
		// Last: who would force it should know what no force helps against.
		if (!openWork.isEmpty() && !closure.force()) {
			throw new OpenWorkLeft(openWork);
		}
		this.organizations.save(organization);
		record(caller, id, closure, openWork);
		return this.register.findToWrite(caller, id, null).orElseThrow(() -> new NotFound("organization", id));
	}

	/** It was forced only if there was something to force. */
	private void record(Caller caller, UUID id, Closure closure, List<OpenWork> openWork) {
		String action = openWork.isEmpty() ? "organization:close" : "organization:force-close";
		String reason = openWork.isEmpty() ? closure.reason() : closure.reason() + " " + openWork;
		this.audit.record(caller, action, "organization", id.toString(), reason);
	}

}

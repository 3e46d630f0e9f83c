package cn.yigongti.org.consortium;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import cn.yigongti.org.calendar.Today;
import cn.yigongti.org.organization.Organizations;
import cn.yigongti.platform.audit.AuditTrail;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.problem.InvalidInput;
import cn.yigongti.platform.problem.NotFound;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets a member leave on a day. The membership stays in the history; one that ends on the
 * very day it begins never was, and is taken back: that is how a join made by mistake, or
 * one still to come, is undone. A leave still to come can be moved.
 */
@Component
public class LeaveConsortium {

	private final Consortia consortia;

	private final Memberships memberships;

	private final ConsortiumRegister consortiumRegister;

	private final Organizations organizations;

	private final AuditTrail audit;

	private final Today today;

	LeaveConsortium(Consortia consortia, Memberships memberships, ConsortiumRegister consortiumRegister,
			Organizations organizations, AuditTrail audit, Today today) {
		this.consortia = consortia;
		this.memberships = memberships;
		this.consortiumRegister = consortiumRegister;
		this.organizations = organizations;
		this.audit = audit;
		this.today = today;
	}

	/**
	 * Lets it leave.
	 * @throws NotFound when the caller's grants don't reach the consortium, or it has no
	 * such member
	 * @throws LeadCannotLeave when it leads on or after that day
	 */
	@Transactional
	public void leave(Caller caller, UUID consortiumId, UUID organizationId, LocalDate leftOn) {
		Consortium consortium = this.consortia.readById(consortiumId)
			.filter((found) -> this.consortiumRegister.findToWrite(caller, consortiumId).isPresent())
			.orElseThrow(() -> new NotFound("consortium", consortiumId));
		// in the same order as whoever closes the organization, or each could wait for
		// the other
		this.organizations.hold(organizationId);
		Membership membership = membership(consortiumId, organizationId, leftOn);
		consortium.release(organizationId, leftOn);
		end(membership, leftOn);
		this.audit.record(caller, "consortium:leave", "member", consortiumId + "/" + organizationId, null);
	}

	/**
	 * Of those that are not over yet: the one that has begun by then, for it may have
	 * left and joined again.
	 */
	private Membership membership(UUID consortiumId, UUID organizationId, LocalDate leftOn) {
		List<Membership> left = this.memberships.findReachingBeyond(List.of(organizationId), this.today.date())
			.stream()
			.filter((found) -> found.consortiumId().equals(consortiumId))
			.toList();
		return left.reversed()
			.stream()
			.filter((found) -> !found.joinedOn().isAfter(leftOn))
			.findFirst()
			.or(() -> left.stream().findFirst())
			.orElseThrow(() -> new NotFound("member", organizationId));
	}

	private void end(Membership membership, LocalDate leftOn) {
		if (leftOn.isBefore(membership.joinedOn())) {
			throw new InvalidInput("/leftOn", "not-before", membership.joinedOn().toString());
		}
		if (leftOn.equals(membership.joinedOn())) {
			this.memberships.delete(membership);
		}
		else {
			membership.leaveOn(leftOn);
			this.memberships.save(membership);
		}
	}

}

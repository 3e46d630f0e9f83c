package cn.yigongti.org.consortium;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import cn.yigongti.org.organization.Organization;
import cn.yigongti.org.organization.Organizations;
import cn.yigongti.org.organization.Register;
import cn.yigongti.platform.audit.AuditTrail;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.problem.NotFound;
import cn.yigongti.platform.version.ExpectedVersion;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes a consortium: its name and terms, or who leads it. */
@Component
public class ReviseConsortium {

	private final Consortia consortia;

	private final Memberships memberships;

	private final ConsortiumRegister consortiumRegister;

	private final Organizations organizations;

	private final Register register;

	private final DeferredRules rules;

	private final AuditTrail audit;

	private final Clock clock;

	ReviseConsortium(Consortia consortia, Memberships memberships, ConsortiumRegister consortiumRegister,
			Organizations organizations, Register register, DeferredRules rules, AuditTrail audit, Clock clock) {
		this.consortia = consortia;
		this.memberships = memberships;
		this.consortiumRegister = consortiumRegister;
		this.organizations = organizations;
		this.register = register;
		this.rules = rules;
		this.audit = audit;
		this.clock = clock;
	}

	/** What can be changed without further ado. */
	public record Terms(String name, int referralValidityDays) {

	}

	/**
	 * Changes name and terms.
	 * @param revision made from what the register says now
	 * @throws NotFound when the caller's grants don't reach it
	 */
	@Transactional
	public RegisteredConsortium revise(Caller caller, UUID id, ExpectedVersion expected,
			Function<RegisteredConsortium, Terms> revision) {
		Consortium consortium = consortium(id);
		RegisteredConsortium current = current(caller, id, expected);
		Terms terms = revision.apply(current);
		consortium.revise(terms.name(), terms.referralValidityDays(), this.clock.instant());
		this.consortia.save(consortium);
		this.rules.check();
		this.audit.record(caller, "consortium:revise", "consortium", id.toString(), null);
		return this.consortiumRegister.findToWrite(caller, id).orElseThrow();
	}

	/**
	 * Lets another member lead from a day on.
	 * @throws NotFound when the caller's grants don't reach the consortium
	 * @throws LeadRefused when that organization can't lead it
	 * @throws LeadChangeTooEarly when it would rewrite history
	 */
	@Transactional
	public RegisteredConsortium changeLead(Caller caller, UUID id, ExpectedVersion expected, UUID organizationId,
			LocalDate from) {
		Consortium consortium = consortium(id);
		current(caller, id, expected);
		Organization lead = this.organizations.hold(organizationId)
			.filter((found) -> this.register.find(caller, organizationId, null).isPresent())
			.orElseThrow(() -> refused(LeadRefused.Reason.UNKNOWN));
		consortium.changeLead(lead, from, this.clock.instant());
		requireMember(id, organizationId, from);
		this.consortia.save(consortium);
		this.rules.check();
		this.audit.record(caller, "consortium:change-lead", "consortium", id.toString(), null);
		return this.consortiumRegister.findToWrite(caller, id).orElseThrow();
	}

	private void requireMember(UUID consortiumId, UUID organizationId, LocalDate from) {
		boolean member = this.memberships.findReachingBeyond(List.of(organizationId), from)
			.stream()
			.anyMatch((membership) -> membership.consortiumId().equals(consortiumId) && membership.isOpenFrom(from));
		if (!member) {
			throw refused(LeadRefused.Reason.NOT_MEMBER);
		}
	}

	private Consortium consortium(UUID id) {
		return this.consortia.readById(id).orElseThrow(() -> new NotFound("consortium", id));
	}

	private RegisteredConsortium current(Caller caller, UUID id, ExpectedVersion expected) {
		RegisteredConsortium current = this.consortiumRegister.findToWrite(caller, id)
			.orElseThrow(() -> new NotFound("consortium", id));
		expected.verify(current.tag());
		return current;
	}

	private static LeadRefused refused(LeadRefused.Reason reason) {
		return new LeadRefused(LeadRefused.Occasion.CHANGE, reason);
	}

}

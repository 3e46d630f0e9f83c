package cn.yigongti.org.consortium;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import cn.yigongti.org.calendar.Today;
import cn.yigongti.org.code.DivisionCode;
import cn.yigongti.org.organization.Organization;
import cn.yigongti.org.organization.Organizations;
import cn.yigongti.org.organization.OutOfScope;
import cn.yigongti.org.organization.Register;
import cn.yigongti.platform.audit.AuditTrail;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.problem.InvalidInput;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Establishes a consortium; its lead is its first member from the same day on. */
@Component
public class EstablishConsortium {

	private final Consortia consortia;

	private final Memberships memberships;

	private final ConsortiumRegister consortiumRegister;

	private final Organizations organizations;

	private final Register register;

	private final DeferredRules rules;

	private final AuditTrail audit;

	private final Today today;

	private final Clock clock;

	EstablishConsortium(Consortia consortia, Memberships memberships, ConsortiumRegister consortiumRegister,
			Organizations organizations, Register register, DeferredRules rules, AuditTrail audit, Today today,
			Clock clock) {
		this.consortia = consortia;
		this.memberships = memberships;
		this.consortiumRegister = consortiumRegister;
		this.organizations = organizations;
		this.register = register;
		this.rules = rules;
		this.audit = audit;
		this.today = today;
		this.clock = clock;
	}

	/** What is to be established. */
	public record Charter(String name, DivisionCode county, UUID leadOrganizationId, LocalDate establishedOn,
			int referralValidityDays) {

	}

	/**
	 * Establishes it. Needs a grant for the county or a wider one.
	 * @throws OutOfScope when the caller's grants don't reach the county
	 * @throws LeadRefused when that organization can't lead it
	 */
	@Transactional
	public RegisteredConsortium establish(Caller caller, Charter charter) {
		if (!caller.scopeOf(ConsortiumRegister.WRITE).coversRegion(charter.county().value())) {
			throw new OutOfScope(charter.county().value());
		}
		if (charter.establishedOn().isAfter(this.today.date())) {
			throw new InvalidInput("/establishedOn", "future-date");
		}
		Organization lead = this.organizations.lock(charter.leadOrganizationId())
			.filter((found) -> this.register.find(caller, found.id(), null).isPresent())
			.orElseThrow(() -> refused(LeadRefused.Reason.UNKNOWN));
		Consortium consortium = Consortium.established(charter.name(), charter.county(), lead, charter.establishedOn(),
				charter.referralValidityDays(), this.clock.instant());
		if (!this.memberships.findReachingBeyond(List.of(lead.id()), charter.establishedOn()).isEmpty()) {
			throw refused(LeadRefused.Reason.ALREADY_MEMBER);
		}
		this.consortia.save(consortium);
		this.memberships.save(Membership.joined(consortium.id(), lead.id(), charter.establishedOn()));
		this.rules.check();
		this.audit.record(caller, "consortium:establish", "consortium", consortium.id().toString(), null);
		return this.consortiumRegister.findToWrite(caller, consortium.id()).orElseThrow();
	}

	private static LeadRefused refused(LeadRefused.Reason reason) {
		return new LeadRefused(LeadRefused.Occasion.ESTABLISHMENT, reason);
	}

}

package cn.yigongti.org.organization;

import java.time.Clock;
import java.time.LocalDate;

import cn.yigongti.org.calendar.Today;
import cn.yigongti.org.code.DivisionCode;
import cn.yigongti.platform.audit.AuditTrail;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.problem.InvalidInput;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts a new organization into the register. Needs a grant for its {@link Territory}.
 */
@Component
public class RegisterOrganization {

	private final Organizations organizations;

	private final Register register;

	private final Placement placement;

	private final JdbcClient jdbc;

	private final AuditTrail audit;

	private final Today today;

	private final Clock clock;

	RegisterOrganization(Organizations organizations, Register register, Placement placement, JdbcClient jdbc,
			AuditTrail audit, Today today, Clock clock) {
		this.organizations = organizations;
		this.register = register;
		this.placement = placement;
		this.jdbc = jdbc;
		this.audit = audit;
		this.today = today;
		this.clock = clock;
	}

	/**
	 * Registers it.
	 * @throws OutOfScope when the caller's grants don't reach that division
	 * @throws InvalidInput when it can't stand where it shall
	 * @throws ClosedBeforeOpened when the dates are in the wrong order
	 */
	@Transactional
	public RegisteredOrganization register(Caller caller, Particulars particulars, @Nullable LocalDate closedOn) {
		DivisionCode division = particulars.standing().regionCode();
		if (!Territory.of(caller, this.jdbc).includes(division)) {
			throw new OutOfScope(division.value());
		}
		particulars.requireOpened(this.today.date());
		Organization organization = Organization.registered(particulars, closedOn, this.clock.instant());
		this.placement.check(caller, Placed.registered(organization));
		this.organizations.save(organization);
		this.audit.record(caller, "organization:register", "organization", organization.id().toString(), null);
		return this.register.findToWrite(caller, organization.id(), null).orElseThrow();
	}

}

package cn.yigongti.org.organization;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

import cn.yigongti.org.calendar.Today;
import cn.yigongti.org.code.DivisionCode;
import cn.yigongti.platform.audit.AuditTrail;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.caller.DataScope;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts a new organization into the register. Needs a grant that covers its division, or
 * one for a consortium of the same county: that consortium's administrator registers the
 * organizations it is about to take in.
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
	 * @throws ParentRefused when the parent can't be
	 * @throws ClosedBeforeOpened when the dates are in the wrong order
	 */
	@Transactional
	public RegisteredOrganization register(Caller caller, Particulars particulars, @Nullable LocalDate closedOn) {
		DivisionCode division = particulars.standing().regionCode();
		if (!reaches(caller.scopeOf(Reach.WRITE), division)) {
			throw new OutOfScope(division.value());
		}
		particulars.requireOpened(this.today.date());
		Organization organization = Organization.registered(particulars, closedOn, this.clock.instant());
		this.placement.check(caller, organization, organization.history().openedOn(), Set.of());
		this.organizations.save(organization);
		this.audit.record(caller, "organization:register", "organization", organization.id().toString(), null);
		return this.register.findToWrite(caller, organization.id()).orElseThrow();
	}

	private boolean reaches(DataScope scope, DivisionCode division) {
		return scope.coversRegion(division.value())
				|| (!scope.consortia().isEmpty() && isInCountyOf(scope.consortia(), division.county()));
	}

	private boolean isInCountyOf(Set<UUID> consortia, DivisionCode county) {
		return this.jdbc.sql("select exists (select from consortium where id in (:ids) and region_code = :county)")
			.param("ids", consortia)
			.param("county", county.value())
			.query(Boolean.class)
			.single();
	}

}

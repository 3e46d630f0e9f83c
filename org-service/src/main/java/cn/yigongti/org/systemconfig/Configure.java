package cn.yigongti.org.systemconfig;

import java.sql.Types;
import java.util.UUID;

import cn.yigongti.org.organization.Organizations;
import cn.yigongti.platform.audit.AuditTrail;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.outbound.OutboundGuard;
import cn.yigongti.platform.problem.NotFound;
import cn.yigongti.platform.version.ExpectedVersion;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sets what applies at an organization, and at those that inherit from it. */
@Component
public class Configure {

	private final JdbcClient jdbc;

	private final Organizations organizations;

	private final Configurations configurations;

	private final OutboundGuard guard;

	private final AuditTrail audit;

	Configure(JdbcClient jdbc, Organizations organizations, Configurations configurations, OutboundGuard guard,
			AuditTrail audit) {
		this.jdbc = jdbc;
		this.organizations = organizations;
		this.configurations = configurations;
		this.guard = guard;
		this.audit = audit;
	}

	/**
	 * Replaces all that is set at an organization itself.
	 * @return what applies there then
	 * @throws NotFound when the caller's grants don't reach it
	 * @throws cn.yigongti.platform.outbound.AddressRefused when an address may not be
	 * called
	 */
	@Transactional
	public EffectiveConfiguration replace(Caller caller, UUID organizationId, ExpectedVersion expected,
			Settings settings) {
		this.organizations.lock(organizationId);
		expected.verifyHash(current(caller, organizationId).tag());
		write(organizationId, settings.spelled(this.guard));
		this.audit.record(caller, "system-config:replace", "system-config", organizationId.toString(), null);
		return current(caller, organizationId);
	}

	private EffectiveConfiguration current(Caller caller, UUID organizationId) {
		return this.configurations.findToWrite(caller, organizationId)
			.orElseThrow(() -> new NotFound("system-config", organizationId));
	}

	private void write(UUID organizationId, Settings settings) {
		this.jdbc
			.sql("""
					insert into system_config (organization_id, system_name, system_api_url, consultation_api_url,
					platform_url, regional) values (:id, :systemName, :systemApiUrl, :consultationApiUrl, :platformUrl, :regional)
					on conflict (organization_id) do update set system_name = excluded.system_name,
					system_api_url = excluded.system_api_url, consultation_api_url = excluded.consultation_api_url,
					platform_url = excluded.platform_url, regional = excluded.regional""")
			.param("id", organizationId)
			.param("systemName", settings.systemName())
			.param("systemApiUrl", settings.systemApiUrl())
			.param("consultationApiUrl", settings.consultationApiUrl())
			.param("platformUrl", settings.platformUrl())
			.param("regional", settings.regional(), Types.BOOLEAN)
			.update();
	}

}

package cn.yigongti.org.systemconfig.connectiontest;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;

import cn.yigongti.cloudhis.probe.HisProbe;
import cn.yigongti.org.systemconfig.Configurations;
import cn.yigongti.org.systemconfig.EffectiveConfiguration;
import cn.yigongti.org.systemconfig.Sourced;
import cn.yigongti.platform.audit.AuditTrail;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.outbound.OutboundGuard;
import cn.yigongti.platform.problem.NotFound;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Calls the Cloud HIS of an organization once, for somebody who waits. */
@Component
public class TestConnection {

	private final Configurations configurations;

	private final OutboundGuard guard;

	private final HisProbe probe;

	private final AuditTrail audit;

	private final Semaphore underWay;

	TestConnection(Configurations configurations, OutboundGuard guard, HisProbe probe, AuditTrail audit,
			ConnectionTestProperties properties) {
		this.configurations = configurations;
		this.guard = guard;
		this.probe = probe;
		this.audit = audit;
		this.underWay = new Semaphore(properties.atOnce());
	}

	/**
	 * Tests the address that applies at an organization, or one to be tried before it is
	 * set.
	 * @throws NotFound when the caller's grants don't reach the organization
	 * @throws NothingToTest when there is no address
	 * @throws TooManyTests when too many are under way
	 * @throws cn.yigongti.platform.outbound.AddressRefused when the address given may not
	 * be called
	 */
	public ConnectionTest test(Caller caller, UUID organizationId, @Nullable String given) {
		EffectiveConfiguration effective = this.configurations.findToWrite(caller, organizationId)
			.orElseThrow(() -> new NotFound("system-config", organizationId));
		URI address = (given != null) ? this.guard.read(given).uri()
				: Optional.ofNullable(effective.systemApiUrl())
					.map(Sourced::value)
					.map(URI::create)
					.orElseThrow(() -> new NothingToTest(organizationId));
		if (!this.underWay.tryAcquire()) {
			throw new TooManyTests();
		}
		try {
			this.audit.record(caller, "system-config:test-connection", "system-config", organizationId.toString(),
					null);
			return new ConnectionTest(address, this.probe.probe(address));
		}
		finally {
			this.underWay.release();
		}
	}

}

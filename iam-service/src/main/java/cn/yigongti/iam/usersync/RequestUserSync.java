package cn.yigongti.iam.usersync;

import java.util.UUID;

import cn.yigongti.iam.directory.Directory;
import cn.yigongti.platform.audit.AuditTrail;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.caller.DataScope;
import cn.yigongti.platform.problem.InvalidInput;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Has the users pulled anew. */
@Service
public class RequestUserSync {

	private final UserSyncs syncs;

	private final Directory directory;

	private final AuditTrail audit;

	private final ApplicationEventPublisher events;

	RequestUserSync(UserSyncs syncs, Directory directory, AuditTrail audit, ApplicationEventPublisher events) {
		this.syncs = syncs;
		this.directory = directory;
		this.audit = audit;
		this.events = events;
	}

	/**
	 * Begins a run over one organization, or over all that the caller may reach.
	 * @throws InvalidInput when there is no such organization within the caller's scope
	 * @throws SyncRunning when a run is under way
	 */
	@Transactional
	public UserSync begin(Caller caller, @Nullable UUID organizationId, boolean dryRun) {
		DataScope scope = caller.scopeOf("user-sync:write");
		if (organizationId != null && !reaches(scope, organizationId)) {
			throw new InvalidInput("/organizationId", "unknown-organization");
		}
		UserSync sync = this.syncs.begin(organizationId, dryRun, caller.subject());
		this.audit.record(caller, "user-sync:begin", "user-sync", sync.id().toString(), null);
		this.events.publishEvent(new SyncRequested(sync.id(), organizationId, scope, dryRun));
		return sync;
	}

	private boolean reaches(DataScope scope, UUID organizationId) {
		return this.directory.organization(organizationId)
			.filter((found) -> scope.covers(found.id(), found.consortiumId(), found.regionCode()))
			.isPresent();
	}

}

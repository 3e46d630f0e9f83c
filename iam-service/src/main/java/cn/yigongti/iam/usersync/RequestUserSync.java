package cn.yigongti.iam.usersync;

import java.util.UUID;

import cn.yigongti.iam.directory.Directory;
import cn.yigongti.platform.audit.AuditTrail;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.caller.DataScope;
import cn.yigongti.platform.problem.InvalidInput;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Has the users pulled anew, or stops that. */
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
	 * @throws SyncRunning when a run over the same is under way
	 */
	@Transactional
	public UserSync begin(Caller caller, SyncOptions options) {
		Requester requester = Requester.of(caller);
		UUID organizationId = options.organizationId();
		if (organizationId != null && !reaches(requester.reach(), organizationId)) {
			throw new InvalidInput("/organizationId", "unknown-organization");
		}
		UserSync sync = this.syncs.begin(options, requester);
		this.audit.record(caller, "user-sync:begin", "user-sync", sync.id().toString(), null);
		this.events.publishEvent(new SyncRequested(sync.id()));
		return sync;
	}

	/**
	 * Ends a run where it is.
	 * @throws SyncEnded when it is over already
	 */
	@Transactional
	public UserSync cancel(Caller caller, UUID id) {
		UserSync sync = this.syncs.get(id, caller, Requester.PERMISSION);
		this.syncs.cancel(sync);
		this.audit.record(caller, "user-sync:cancel", "user-sync", id.toString(), null);
		return this.syncs.get(id, caller, Requester.PERMISSION);
	}

	private boolean reaches(DataScope scope, UUID organizationId) {
		return this.directory.organization(organizationId)
			.filter((found) -> scope.covers(found.id(), found.consortiumId(), found.regionCode()))
			.isPresent();
	}

}

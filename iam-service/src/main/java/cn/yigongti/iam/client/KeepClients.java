package cn.yigongti.iam.client;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import cn.yigongti.iam.directory.Directory;
import cn.yigongti.iam.directory.Organization;
import cn.yigongti.iam.grant.Assignment;
import cn.yigongti.iam.grant.GiveRoles;
import cn.yigongti.iam.grant.Holder;
import cn.yigongti.platform.audit.AuditTrail;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.identifier.UuidV7;
import cn.yigongti.platform.problem.InvalidInput;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Registers the systems of hospitals, says what each may do and how much of it, and takes
 * them off again.
 */
@Service
public class KeepClients {

	static final String PERMISSION = "client:write";

	private final MachineClients clients;

	private final KeepCredentials keepCredentials;

	private final ClientProperties properties;

	private final GiveRoles giveRoles;

	private final Directory directory;

	private final AuditTrail audit;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	KeepClients(MachineClients clients, KeepCredentials keepCredentials, ClientProperties properties,
			GiveRoles giveRoles, Directory directory, AuditTrail audit, ApplicationEventPublisher events, Clock clock) {
		this.clients = clients;
		this.keepCredentials = keepCredentials;
		this.properties = properties;
		this.giveRoles = giveRoles;
		this.directory = directory;
		this.audit = audit;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Registers a client of an organization within the caller's scope.
	 * @throws InvalidInput when there is no such organization there, or the quota is too
	 * large
	 */
	@Transactional
	public IssuedClient register(Caller caller, ClientSettings settings, UUID organizationId, List<Assignment> grants) {
		checkQuota(settings);
		Organization organization = this.directory.organization(organizationId)
			.filter((found) -> caller.scopeOf(PERMISSION).covers(found.id(), found.consortiumId(), found.regionCode()))
			.orElseThrow(() -> new InvalidInput("/organizationId", "unknown-organization"));
		Instant now = this.clock.instant();
		MachineClient client = new MachineClient(UuidV7.next(), settings.name(), organization.id(), true,
				settings.requestsPerMinute(), null, 0, now, now);
		this.clients.add(client);
		String secret = this.keepCredentials.issue(client.id());
		this.giveRoles.replace(caller, new Holder.Client(client.id()), grants, "/grants");
		record(caller, "client:register", client.id());
		return new IssuedClient(client, secret);
	}

	/**
	 * Changes what it is called and how much it may ask for. One that is disabled loses
	 * its tokens, too.
	 * @param check of the version that the change is based on
	 */
	@Transactional
	public MachineClient change(Caller caller, UUID id, Consumer<MachineClient> check, ClientSettings settings) {
		MachineClient before = this.clients.lock(id, caller.scopeOf(PERMISSION));
		check.accept(before);
		checkQuota(settings);
		this.clients.change(id, settings);
		if (before.enabled() && !settings.enabled()) {
			endTokens(id);
		}
		record(caller, "client:change", id);
		return this.clients.get(id, caller.scopeOf(PERMISSION));
	}

	/** Gives the client exactly these roles. */
	@Transactional
	public MachineClient replaceGrants(Caller caller, UUID id, Consumer<MachineClient> check, List<Assignment> grants) {
		check.accept(this.clients.lock(id, caller.scopeOf(PERMISSION)));
		this.giveRoles.replace(caller, new Holder.Client(id), grants, "");
		this.clients.touch(id);
		record(caller, "client:replace-grants", id);
		return this.clients.get(id, caller.scopeOf(PERMISSION));
	}

	@Transactional
	public void delete(Caller caller, UUID id) {
		this.clients.lock(id, caller.scopeOf(PERMISSION));
		this.giveRoles.verifyWithin(caller, new Holder.Client(id));
		this.clients.delete(id);
		endTokens(id);
		record(caller, "client:delete", id);
	}

	private void checkQuota(ClientSettings settings) {
		Integer quota = settings.requestsPerMinute();
		if (quota != null && (quota < 1 || quota > this.properties.maxRequestsPerMinute())) {
			throw new InvalidInput("/requestsPerMinute", "range", 1, this.properties.maxRequestsPerMinute());
		}
	}

	private void endTokens(UUID id) {
		this.clients.beginGeneration(id);
		this.events.publishEvent(new ClientRevoked(id));
	}

	private void record(Caller caller, String action, UUID id) {
		this.audit.record(caller, action, "client", id.toString(), null);
	}

}

package cn.yigongti.iam.client;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

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
 * Registers the systems of hospitals, gives them new secrets, and takes them off again.
 */
@Service
public class KeepClients {

	private static final String PERMISSION = "client:write";

	private final MachineClients clients;

	private final ClientSecrets secrets;

	private final GiveRoles giveRoles;

	private final Directory directory;

	private final AuditTrail audit;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	KeepClients(MachineClients clients, ClientSecrets secrets, GiveRoles giveRoles, Directory directory,
			AuditTrail audit, ApplicationEventPublisher events, Clock clock) {
		this.clients = clients;
		this.secrets = secrets;
		this.giveRoles = giveRoles;
		this.directory = directory;
		this.audit = audit;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Registers a client of an organization within the caller's scope.
	 * @throws InvalidInput when there is no such organization there
	 */
	@Transactional
	public IssuedClient register(Caller caller, String name, UUID organizationId, List<Assignment> grants) {
		Organization organization = this.directory.organization(organizationId)
			.filter((found) -> caller.scopeOf(PERMISSION).covers(found.id(), found.consortiumId(), found.regionCode()))
			.orElseThrow(() -> new InvalidInput("/organizationId", "unknown-organization"));
		String secret = this.secrets.next();
		Instant now = this.clock.instant();
		MachineClient client = new MachineClient(UuidV7.next(), name, organization.id(), this.secrets.encode(secret), 0,
				now, now);
		this.clients.add(client);
		this.giveRoles.replace(caller, new Holder.Client(client.id()), grants, "/grants");
		record(caller, "client:register", client.id());
		return new IssuedClient(client, secret);
	}

	/**
	 * Gives the client, which has no more than the caller, a new secret; the old one is
	 * void at once.
	 */
	@Transactional
	public IssuedClient renewSecret(Caller caller, UUID id) {
		this.clients.get(id, caller.scopeOf(PERMISSION));
		this.giveRoles.verifyWithin(caller, new Holder.Client(id));
		String secret = this.secrets.next();
		this.clients.changeSecret(id, this.secrets.encode(secret));
		record(caller, "client:renew-secret", id);
		this.events.publishEvent(new ClientRevoked(id));
		return new IssuedClient(this.clients.get(id, caller.scopeOf(PERMISSION)), secret);
	}

	@Transactional
	public void delete(Caller caller, UUID id) {
		this.clients.get(id, caller.scopeOf(PERMISSION));
		this.giveRoles.verifyWithin(caller, new Holder.Client(id));
		this.clients.delete(id);
		record(caller, "client:delete", id);
		this.events.publishEvent(new ClientRevoked(id));
	}

	private void record(Caller caller, String action, UUID id) {
		this.audit.record(caller, action, "client", id.toString(), null);
	}

}

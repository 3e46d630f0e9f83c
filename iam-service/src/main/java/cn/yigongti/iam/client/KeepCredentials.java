package cn.yigongti.iam.client;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import cn.yigongti.iam.grant.GiveRoles;
import cn.yigongti.iam.grant.Holder;
import cn.yigongti.platform.audit.AuditTrail;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.identifier.UuidV7;
import cn.yigongti.platform.problem.InvalidInput;
import cn.yigongti.platform.problem.NotFound;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * By what machine clients prove who they are: secrets, of which an old one may stay good
 * for a while beside the new one, and public keys. To replace either leaves the tokens
 * alone; to end one ends them as well, since that is what one does when it leaked. Who
 * gives a client new ones could act as the client, so they must hold all that it does.
 */
@Service
public class KeepCredentials {

	private static final Duration LONGEST_OVERLAP = Duration.ofDays(7);

	private final MachineClients clients;

	private final GiveRoles giveRoles;

	private final Secrets secrets;

	private final ClientSecrets hashes;

	private final ClientProperties properties;

	private final AuditTrail audit;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	KeepCredentials(MachineClients clients, GiveRoles giveRoles, Secrets secrets, ClientSecrets hashes,
			ClientProperties properties, AuditTrail audit, ApplicationEventPublisher events, Clock clock) {
		this.clients = clients;
		this.giveRoles = giveRoles;
		this.secrets = secrets;
		this.hashes = hashes;
		this.properties = properties;
		this.audit = audit;
		this.events = events;
		this.clock = clock;
	}

	/** Makes a secret for the client, within the caller's transaction. */
	String issue(UUID client) {
		String secret = this.hashes.next();
		this.secrets
			.add(new ClientSecret(UuidV7.next(), client, this.hashes.encode(secret), this.clock.instant(), null, null));
		return secret;
	}

	/**
	 * Gives the client a new secret.
	 * @param overlap how long the latest one stays good beside it, if not as long as
	 * usual; any older one ends at once
	 * @throws InvalidInput when that is negative or too long
	 */
	@Transactional
	public IssuedClient renewSecret(Caller caller, UUID id, @Nullable Duration overlap) {
		Duration kept = (overlap != null) ? overlap : this.properties.secretOverlap();
		if (kept.isNegative() || kept.compareTo(LONGEST_OVERLAP) > 0) {
			throw new InvalidInput("/overlap", "secret-overlap", LONGEST_OVERLAP.toDays());
		}
		lock(caller, id);
		this.giveRoles.verifyWithin(caller, new Holder.Client(id));
		List<ClientSecret> before = this.secrets.of(id);
		if (kept.isZero()) {
			this.secrets.endAll(id);
			endTokens(id);
		}
		else if (!before.isEmpty()) {
			Instant end = this.clock.instant().plus(kept);
			this.secrets.keep(before.getFirst(), end);
		}
		String secret = issue(id);
		this.clients.touch(id);
		record(caller, "client:renew-secret", id);
		return new IssuedClient(get(caller, id), secret);
	}

	/**
	 * Ends a secret at once.
	 * @throws LastCredential when no other secret or key would last
	 */
	@Transactional
	public void endSecret(Caller caller, UUID id, UUID secret) {
		MachineClient client = lock(caller, id);
		List<ClientSecret> all = this.secrets.of(id);
		if (all.stream().noneMatch((one) -> one.id().equals(secret))) {
			throw new NotFound("client-secret", secret);
		}
		if (client.publicKeys() == null && all.stream().noneMatch((one) -> one.lasts() && !one.id().equals(secret))) {
			throw new LastCredential();
		}
		this.secrets.end(secret);
		this.clients.touch(id);
		endTokens(id);
		record(caller, "client:end-secret", id);
	}

	/** Lets the client identify itself by exactly these keys from now on. */
	@Transactional
	public MachineClient replaceKeys(Caller caller, UUID id, Consumer<MachineClient> check, PublicKeys keys) {
		check.accept(lock(caller, id));
		this.giveRoles.verifyWithin(caller, new Holder.Client(id));
		this.clients.changeKeys(id, keys);
		record(caller, "client:replace-keys", id);
		return get(caller, id);
	}

	/**
	 * Ends all its keys at once.
	 * @throws LastCredential when it has no secret that lasts
	 */
	@Transactional
	public void endKeys(Caller caller, UUID id) {
		lock(caller, id);
		if (this.secrets.of(id).stream().noneMatch(ClientSecret::lasts)) {
			throw new LastCredential();
		}
		this.clients.changeKeys(id, null);
		endTokens(id);
		record(caller, "client:end-keys", id);
	}

	private MachineClient lock(Caller caller, UUID id) {
		return this.clients.lock(id, caller.scopeOf(KeepClients.PERMISSION));
	}

	private MachineClient get(Caller caller, UUID id) {
		return this.clients.get(id, caller.scopeOf(KeepClients.PERMISSION));
	}

	private void endTokens(UUID id) {
		this.clients.beginGeneration(id);
		this.events.publishEvent(new ClientRevoked(id));
	}

	private void record(Caller caller, String action, UUID id) {
		this.audit.record(caller, action, "client", id.toString(), null);
	}

}

package cn.yigongti.iam.signin;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import cn.yigongti.iam.code.TypedCode;
import cn.yigongti.iam.grant.GiveRoles;
import cn.yigongti.iam.grant.Holder;
import cn.yigongti.iam.user.AccessEnded;
import cn.yigongti.iam.user.User;
import cn.yigongti.iam.user.UserStatus;
import cn.yigongti.iam.user.Users;
import cn.yigongti.platform.audit.AuditTrail;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.problem.InvalidInput;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How a password comes to be, the first and every later one: an administrator opens a
 * code, the user redeems it.
 */
@Service
public class Activate {

	private final Users users;

	private final Accounts accounts;

	private final Activations activations;

	private final Addresses addresses;

	private final GiveRoles giveRoles;

	private final Passwords passwords;

	private final AuditTrail audit;

	private final ApplicationEventPublisher events;

	Activate(Users users, Accounts accounts, Activations activations, Addresses addresses, GiveRoles giveRoles,
			Passwords passwords, AuditTrail audit, ApplicationEventPublisher events) {
		this.users = users;
		this.accounts = accounts;
		this.activations = activations;
		this.addresses = addresses;
		this.giveRoles = giveRoles;
		this.passwords = passwords;
		this.audit = audit;
		this.events = events;
	}

	/**
	 * Makes a code for a user of the caller's scope, who has no more than the caller.
	 * @throws UserInactive when the user may not sign in at all
	 */
	@Transactional
	public ActivationCode open(Caller caller, UUID id) {
		User user = this.users.lock(id, caller.scopeOf("user:write"));
		if (user.status() == UserStatus.INACTIVE) {
			throw new UserInactive(id);
		}
		this.giveRoles.verifyWithin(caller, new Holder.User(id));
		String code = TypedCode.random();
		ActivationCode opened = new ActivationCode(user.loginName(), code, this.activations.open(id, code));
		this.audit.record(caller, "user:open-activation", "user", id.toString(), null);
		return opened;
	}

	/**
	 * Takes a code in exchange for a new password; sessions begun with an older one end.
	 * @throws InvalidInput when the password is too weak, whatever the code
	 * @throws ActivationRefused when the code isn't good for this login name, or too many
	 * names failed from this address
	 */
	@Transactional(noRollbackFor = ActivationRefused.class)
	public void redeem(String loginName, String code, String password, String address) {
		String name = loginName.strip();
		this.passwords.verifyNew("/password", password, name);
		Optional<UUID> user = this.accounts.activeUser(name);
		boolean locked = this.addresses.isLocked(address);
		if (locked || user.isEmpty() || !this.activations.redeem(user.get(), code)) {
			if (!locked) {
				this.addresses.failed(address, name);
			}
			throw new ActivationRefused();
		}
		this.addresses.succeeded(address, name);
		UUID id = user.get();
		this.accounts.changePassword(id, this.passwords.hash(password));
		Caller self = new Caller(id.toString(), Caller.Kind.USER, null, null, false, List.of());
		this.audit.record(self, "user:activate", "user", id.toString(), null);
		this.events.publishEvent(new AccessEnded(id));
	}

}

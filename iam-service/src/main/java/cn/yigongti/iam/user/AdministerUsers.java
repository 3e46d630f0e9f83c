package cn.yigongti.iam.user;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import cn.yigongti.iam.grant.Assignment;
import cn.yigongti.iam.grant.GiveRoles;
import cn.yigongti.iam.grant.Holder;
import cn.yigongti.platform.audit.AuditTrail;
import cn.yigongti.platform.caller.Caller;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What administrators do to a user; what a user is comes from the Cloud HIS alone. */
@Service
public class AdministerUsers {

	private final Users users;

	private final GiveRoles giveRoles;

	private final AuditTrail audit;

	AdministerUsers(Users users, GiveRoles giveRoles, AuditTrail audit) {
		this.users = users;
		this.giveRoles = giveRoles;
		this.audit = audit;
	}

	/**
	 * Gives the user exactly these roles; {@code before} is shown the user as they are
	 * and may refuse.
	 */
	@Transactional
	public User replaceGrants(Caller caller, UUID id, Consumer<User> before, List<Assignment> assignments) {
		User user = this.users.lock(id, caller.scopeOf("grant:write"));
		before.accept(user);
		this.giveRoles.replace(caller, new Holder.User(id), assignments, "");
		this.users.touch(id);
		this.audit.record(caller, "grant:write", "user", id.toString(), null);
		return this.users.get(id, caller.scopeOf("grant:write"));
	}

	@Transactional
	public User unlock(Caller caller, UUID id) {
		this.users.lock(id, caller.scopeOf("user:write"));
		this.users.unlock(id);
		this.audit.record(caller, "user:unlock", "user", id.toString(), null);
		return this.users.get(id, caller.scopeOf("user:write"));
	}

}

package cn.yigongti.iam.signin;

import java.util.List;
import java.util.UUID;

import cn.yigongti.iam.session.SignIns;
import cn.yigongti.platform.audit.AuditTrail;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.problem.NotFound;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends a sign-in, and with it, in one transaction, every authorization and refresh token
 * it led to. Its session finds out at the next request.
 */
@Service
public class SignOut {

	private final SignIns signIns;

	private final AuditTrail audit;

	SignOut(SignIns signIns, AuditTrail audit) {
		this.signIns = signIns;
		this.audit = audit;
	}

	/** Ends it; if it has ended already, nothing is left to do. */
	@Transactional
	public void of(UUID user, UUID signIn) {
		if (this.signIns.end(user, signIn)) {
			Caller self = new Caller(user.toString(), Caller.Kind.USER, null, null, false, List.of());
			this.audit.record(self, "user:sign-out", "user", user.toString(), null);
		}
	}

	/**
	 * Ends one of the user's own, perhaps on another device.
	 * @throws NotFound when they have no such
	 */
	@Transactional
	public void elsewhere(Caller caller, UUID signIn) {
		if (!this.signIns.end(caller.userId(), signIn)) {
			throw new NotFound("sign-in", signIn);
		}
		this.audit.record(caller, "user:sign-out", "user", caller.subject(), null);
	}

}

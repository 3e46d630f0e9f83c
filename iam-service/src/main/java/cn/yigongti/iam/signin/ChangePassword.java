package cn.yigongti.iam.signin;

import cn.yigongti.iam.session.OwnSignIn;
import cn.yigongti.iam.session.SignIns;
import cn.yigongti.iam.signin.Accounts.Attempt;
import cn.yigongti.platform.audit.AuditTrail;
import cn.yigongti.platform.problem.InvalidInput;

import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes one's own password. */
@Service
public class ChangePassword {

	private final Credentials credentials;

	private final Guard guard;

	private final Accounts accounts;

	private final Passwords passwords;

	private final SignIns signIns;

	private final AuditTrail audit;

	private final TransactionTemplate transaction;

	ChangePassword(Credentials credentials, Guard guard, Accounts accounts, Passwords passwords, SignIns signIns,
			AuditTrail audit, TransactionTemplate transaction) {
		this.credentials = credentials;
		this.guard = guard;
		this.accounts = accounts;
		this.passwords = passwords;
		this.signIns = signIns;
		this.audit = audit;
		this.transaction = transaction;
	}

	/**
	 * Changes it, and ends all the user's sign-ins but this one. A wrong current password
	 * counts as a failed sign-in.
	 * @throws InvalidInput when the current one is wrong, or the new one too weak
	 */
	public void change(OwnSignIn own, String current, String chosen, String address) {
		Attempt attempt = this.credentials.check(own.userId(), current, address)
			.orElseThrow(() -> new InvalidInput("/current", "password-wrong"));
		this.guard.recognise(attempt);
		this.passwords.verifyNew("/new", chosen, attempt.loginName());
		if (this.passwords.matches(chosen, attempt.passwordHash())) {
			throw new InvalidInput("/new", "password-same");
		}
		String hash = this.passwords.hash(chosen);
		this.transaction.executeWithoutResult((status) -> {
			this.accounts.changePassword(own.userId(), hash);
			this.signIns.endAllOf(own.userId(), own.id());
			this.audit.record(attempt.caller(), "user:change-password", "user", own.userId().toString(), null);
		});
	}

}

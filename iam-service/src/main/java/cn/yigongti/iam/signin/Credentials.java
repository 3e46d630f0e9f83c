package cn.yigongti.iam.signin;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import cn.yigongti.iam.signin.Accounts.Attempt;

import org.springframework.stereotype.Component;

/**
 * Checks passwords. Every refusal looks the same and takes the same work: whether the
 * name is known, the password wrong or the account locked is nobody's business but its
 * owner's.
 */
@Component
class Credentials {

	private final Guard guard;

	private final Accounts accounts;

	private final Passwords passwords;

	Credentials(Guard guard, Accounts accounts, Passwords passwords) {
		this.guard = guard;
		this.accounts = accounts;
		this.passwords = passwords;
	}

	/** The attempt, when it is to succeed; whoever asked says how it went on. */
	Optional<Attempt> check(String loginName, String password, String address) {
		return check(() -> this.guard.attempt(loginName, address), loginName, password, address);
	}

	/** The same of somebody who is signed in already. */
	Optional<Attempt> check(UUID user, String password, String address) {
		return check(() -> this.guard.attempt(user, address), user.toString(), password, address);
	}

	private Optional<Attempt> check(Supplier<Optional<Attempt>> begin, String name, String password, String address) {
		Optional<Attempt> attempt = begin.get();
		boolean matches = this.passwords.matches(password, attempt.map(Attempt::passwordHash).orElse(null));
		if (attempt.isEmpty() || !matches || this.guard.isTooLate(address)) {
			this.guard.refuse(attempt, attempt.map(Attempt::loginName).orElse(name), address);
			return Optional.empty();
		}
		attempt.filter((one) -> this.passwords.isOutdated(one.passwordHash()))
			.ifPresent((one) -> this.accounts.renewHash(one, this.passwords.hash(password)));
		return attempt;
	}

}

package cn.yigongti.iam.signin;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import cn.yigongti.iam.signin.Accounts.Attempt;
import cn.yigongti.platform.audit.AuditTrail;
import cn.yigongti.platform.caller.Caller;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;

/**
 * Checks login name and password. Every refusal looks the same and takes the same work:
 * whether the name is known, the password wrong or the account locked is nobody's
 * business but its owner's. The name of who is signed in is the user's id. No bean:
 * Spring Security would ask a bean a second time after each refusal, and that would
 * count.
 */
class SignIn implements AuthenticationProvider {

	private final Accounts accounts;

	private final Passwords passwords;

	private final AuditTrail audit;

	SignIn(Accounts accounts, Passwords passwords, AuditTrail audit) {
		this.accounts = accounts;
		this.passwords = passwords;
		this.audit = audit;
	}

	@Override
	public Authentication authenticate(Authentication authentication) {
		String password = String.valueOf(authentication.getCredentials());
		Optional<Attempt> attempt = this.accounts.attempt(authentication.getName().strip());
		boolean matches = this.passwords.matches(password, attempt.map(Attempt::passwordHash).orElse(null));
		if (attempt.isEmpty() || !matches) {
			attempt.filter(Attempt::locks).ifPresent((locked) -> record(locked, "user:lock"));
			throw new BadCredentialsException("refused");
		}
		this.accounts.succeed(attempt.get().userId());
		record(attempt.get(), "user:sign-in");
		return signedIn(attempt.get().userId(), authentication);
	}

	private static Authentication signedIn(UUID userId, Authentication request) {
		var signedIn = UsernamePasswordAuthenticationToken.authenticated(userId.toString(), null,
				List.of(FactorGrantedAuthority.fromAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY)));
		signedIn.setDetails(request.getDetails());
		return signedIn;
	}

	private void record(Attempt attempt, String action) {
		String user = attempt.userId().toString();
		Caller caller = new Caller(user, Caller.Kind.USER, attempt.organizationId(), null, false, List.of());
		this.audit.record(caller, action, "user", user, null);
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
	}

}

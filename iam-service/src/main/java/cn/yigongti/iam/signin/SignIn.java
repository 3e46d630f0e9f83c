package cn.yigongti.iam.signin;

import java.util.List;

import cn.yigongti.iam.session.OwnSignIn;
import cn.yigongti.iam.session.SignedIn;
import cn.yigongti.iam.session.Visitor;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;

/**
 * Signs in by login name and password. The name of who is signed in is the user's id. No
 * bean: Spring Security would ask a bean a second time after each refusal, and that would
 * count.
 */
class SignIn implements AuthenticationProvider {

	private final Credentials credentials;

	private final Guard guard;

	SignIn(Credentials credentials, Guard guard) {
		this.credentials = credentials;
		this.guard = guard;
	}

	@Override
	public Authentication authenticate(Authentication authentication) {
		Visitor visitor = visitor(authentication);
		String password = String.valueOf(authentication.getCredentials());
		SignedIn signedIn = this.credentials.check(authentication.getName().strip(), password, visitor.address())
			.map((attempt) -> this.guard.admit(attempt, visitor))
			.orElseThrow(() -> new BadCredentialsException("refused"));
		var known = UsernamePasswordAuthenticationToken.authenticated(signedIn.userId().toString(), null,
				List.of(FactorGrantedAuthority.withAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY)
					.issuedAt(signedIn.startedAt())
					.build()));
		known.setDetails(OwnSignIn.details(signedIn));
		return known;
	}

	private static Visitor visitor(Authentication authentication) {
		if (authentication.getDetails() instanceof Visitor visitor) {
			return visitor;
		}
		throw new IllegalStateException("nobody said where the request came from");
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
	}

}

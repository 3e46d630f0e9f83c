package cn.yigongti.iam.authorization;

import java.util.UUID;

import cn.yigongti.iam.session.OwnSignIn;
import cn.yigongti.iam.signin.SignOut;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcLogoutAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.oidc.web.authentication.OidcLogoutAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;

/**
 * Sign-out begun by the console (OpenID Connect RP-initiated logout): ends the sign-in of
 * the id token that was shown, also when the session is long gone, and that of the
 * session the browser has.
 */
class EndSignIn implements LogoutHandler {

	private final SignOut signOut;

	private final SecurityContextLogoutHandler session = new SecurityContextLogoutHandler();

	EndSignIn(SignOut signOut) {
		this.signOut = signOut;
	}

	OidcLogoutAuthenticationSuccessHandler answer() {
		OidcLogoutAuthenticationSuccessHandler answer = new OidcLogoutAuthenticationSuccessHandler();
		answer.setLogoutHandler(this);
		return answer;
	}

	@Override
	public void logout(HttpServletRequest request, HttpServletResponse response,
			@Nullable Authentication authentication) {
		if (!(authentication instanceof OidcLogoutAuthenticationToken logout)) {
			return;
		}
		OidcIdToken token = logout.getIdToken();
		if (token != null && token.getClaimAsString(OwnSignIn.CLAIM) != null) {
			this.signOut.of(UUID.fromString(token.getSubject()),
					UUID.fromString(token.getClaimAsString(OwnSignIn.CLAIM)));
		}
		if (logout.isPrincipalAuthenticated() && logout.getPrincipal() instanceof Authentication signedIn) {
			OwnSignIn.of(signedIn).ifPresent((own) -> this.signOut.of(own.userId(), own.id()));
			this.session.logout(request, response, signedIn);
		}
	}

}

package cn.yigongti.iam.session;

import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * Which sign-in a request belongs to: that of its session or of its access token.
 *
 * @param id of the sign-in
 */
public record OwnSignIn(UUID userId, UUID id) {

	/** The claim of tokens that names the sign-in. */
	public static final String CLAIM = "sid";

	/**
	 * What a session remembers. The id of the sign-in stands where Spring keeps that of
	 * the session, which changes meanwhile; the authorization server stores these details
	 * as they are.
	 */
	public static WebAuthenticationDetails details(SignedIn signedIn) {
		return new WebAuthenticationDetails(signedIn.address(), signedIn.id().toString());
	}

	/** Nothing comes back for strangers and machines. */
	public static Optional<OwnSignIn> of(@Nullable Authentication authentication) {
		return switch (authentication) {
			case UsernamePasswordAuthenticationToken session when session.isAuthenticated()
					&& session.getDetails() instanceof WebAuthenticationDetails details ->
				of(session.getName(), details.getSessionId());
			case JwtAuthenticationToken token -> of(token.getName(), token.getToken().getClaimAsString(CLAIM));
			case null, default -> Optional.empty();
		};
	}

	private static Optional<OwnSignIn> of(String user, @Nullable String id) {
		return (id != null) ? Optional.of(new OwnSignIn(UUID.fromString(user), UUID.fromString(id))) : Optional.empty();
	}

}

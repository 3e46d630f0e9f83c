package cn.yigongti.iam.secondfactor;

import java.util.UUID;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authorization.AllRequiredFactorsAuthorizationManager;
import org.springframework.security.authorization.AuthenticatedAuthorizationManager;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/**
 * Lets in who is signed in with all that is due of them now: whoever enrolled a second
 * factor, or holds a role that needs one, must have shown a code.
 */
@Component
public class SecondFactorAuthorization implements AuthorizationManager<RequestAuthorizationContext> {

	/** What a session has once a code was shown. */
	public static final String AUTHORITY = "FACTOR_ONE_TIME_CODE";

	private final AuthorizationManager<RequestAuthorizationContext> signedIn = AuthenticatedAuthorizationManager
		.authenticated();

	private final AuthorizationManager<RequestAuthorizationContext> code = AllRequiredFactorsAuthorizationManager
		.<RequestAuthorizationContext>builder()
		.requireFactor((factor) -> factor.authority(AUTHORITY))
		.build();

	private final SecondFactors factors;

	SecondFactorAuthorization(SecondFactors factors) {
		this.factors = factors;
	}

	@Override
	public @Nullable AuthorizationResult authorize(Supplier<? extends @Nullable Authentication> authentication,
			RequestAuthorizationContext context) {
		AuthorizationResult result = this.signedIn.authorize(authentication, context);
		if (result == null || !result.isGranted()
				|| !(authentication.get() instanceof UsernamePasswordAuthenticationToken session)) {
			return result;
		}
		return owed(session).isNothing() ? result : this.code.authorize(authentication, context);
	}

	/** What a session still owes. */
	public Due owed(Authentication session) {
		return isShownIn(session) ? Due.NOTHING : this.factors.due(UUID.fromString(session.getName()));
	}

	/** The session after a code was shown. */
	public static Authentication confirmed(Authentication session) {
		return session.toBuilder()
			.authorities((authorities) -> authorities.add(FactorGrantedAuthority.fromAuthority(AUTHORITY)))
			.build();
	}

	private static boolean isShownIn(Authentication session) {
		return session.getAuthorities().stream().anyMatch((one) -> AUTHORITY.equals(one.getAuthority()));
	}

}

package cn.yigongti.iam.authorization;

import java.time.Clock;
import java.time.Instant;
import java.util.Base64;

import cn.yigongti.iam.session.OwnSignIn;
import cn.yigongti.iam.session.SignIns;
import cn.yigongti.iam.session.SignedIn;
import org.jspecify.annotations.Nullable;

import org.springframework.security.crypto.keygen.Base64StringKeyGenerator;
import org.springframework.security.crypto.keygen.StringKeyGenerator;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;

/**
 * Makes refresh tokens, also for the public client, to which Spring's own generator gives
 * none. OAuth 2.1 allows that when each is good for one use only, which
 * {@link SealedAuthorizations} sees to. None outlives the sign-in it comes from.
 */
class RefreshTokens implements OAuth2TokenGenerator<OAuth2RefreshToken> {

	private final StringKeyGenerator values = new Base64StringKeyGenerator(Base64.getUrlEncoder().withoutPadding(), 48);

	private final SignIns signIns;

	private final Clock clock;

	RefreshTokens(SignIns signIns, Clock clock) {
		this.signIns = signIns;
		this.clock = clock;
	}

	@Override
	public @Nullable OAuth2RefreshToken generate(OAuth2TokenContext context) {
		if (!OAuth2TokenType.REFRESH_TOKEN.equals(context.getTokenType())) {
			return null;
		}
		Instant now = this.clock.instant();
		Instant idle = now.plus(context.getRegisteredClient().getTokenSettings().getRefreshTokenTimeToLive());
		Instant end = signIn(context).endsAt();
		return new OAuth2RefreshToken(this.values.generateKey(), now, idle.isBefore(end) ? idle : end);
	}

	private SignedIn signIn(OAuth2TokenContext context) {
		return OwnSignIn.of(context.getPrincipal())
			.flatMap((own) -> this.signIns.find(own.id()))
			.orElseThrow(() -> new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT));
	}

}

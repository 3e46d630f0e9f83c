package cn.yigongti.iam.authorization;

import java.util.List;
import java.util.Objects;

import cn.yigongti.platform.crypto.KeyedHash;

import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.stereotype.Component;

/**
 * Puts keyed hashes in place of token values, so that whoever reads the database, or a
 * copy of it, has no token in hand. A sealed value begins with {@code h:}, which no token
 * does.
 */
@Component
class TokenSeals {

	private static final String MARK = "h:";

	private final KeyedHash hash;

	TokenSeals(KeyedHash hash) {
		this.hash = hash;
	}

	/** The sealed values that a token which somebody shows may be kept as. */
	List<String> allOf(String shown) {
		return this.hash.allOf(shown).stream().map((hash) -> MARK + hash).toList();
	}

	/**
	 * The authorization with all its tokens sealed. What an access token granted is not
	 * kept: it is history.
	 */
	OAuth2Authorization seal(OAuth2Authorization authorization) {
		OAuth2Authorization.Builder sealed = OAuth2Authorization.from(authorization);
		var code = authorization.getToken(OAuth2AuthorizationCode.class);
		if (code != null) {
			sealed.token(with(sealOnce(code.getToken().getTokenValue()), code.getToken()));
		}
		var access = authorization.getToken(OAuth2AccessToken.class);
		if (access != null) {
			sealed.token(with(sealOnce(access.getToken().getTokenValue()), access.getToken()),
					(metadata) -> metadata.remove(OAuth2Authorization.Token.CLAIMS_METADATA_NAME));
		}
		var refresh = authorization.getToken(OAuth2RefreshToken.class);
		if (refresh != null) {
			sealed.token(with(sealOnce(refresh.getToken().getTokenValue()), refresh.getToken()));
		}
		var id = authorization.getToken(OidcIdToken.class);
		if (id != null) {
			sealed.token(with(sealOnce(id.getToken().getTokenValue()), id.getToken()));
		}
		return sealed.build();
	}

	/**
	 * A sealed authorization in which the token that was shown stands in clear, as Spring
	 * expects to find it.
	 */
	OAuth2Authorization unseal(OAuth2Authorization authorization, String sealed, String shown) {
		OAuth2Authorization.Builder unsealed = OAuth2Authorization.from(authorization);
		var token = authorization.getToken(sealed);
		if (token != null) {
			switch (token.getToken()) {
				case OAuth2AuthorizationCode code -> unsealed.token(with(shown, code));
				case OAuth2AccessToken access -> unsealed.token(with(shown, access));
				case OAuth2RefreshToken refresh -> unsealed.token(with(shown, refresh));
				case OidcIdToken id -> unsealed.token(with(shown, id));
				default -> throw new IllegalStateException("token of an unexpected kind");
			}
		}
		return unsealed.build();
	}

	private String sealOnce(String value) {
		return value.startsWith(MARK) ? value : MARK + this.hash.of(value);
	}

	private static OAuth2AuthorizationCode with(String value, OAuth2AuthorizationCode code) {
		return new OAuth2AuthorizationCode(value, Objects.requireNonNull(code.getIssuedAt()),
				Objects.requireNonNull(code.getExpiresAt()));
	}

	private static OAuth2AccessToken with(String value, OAuth2AccessToken access) {
		return new OAuth2AccessToken(access.getTokenType(), value, access.getIssuedAt(), access.getExpiresAt(),
				access.getScopes());
	}

	private static OAuth2RefreshToken with(String value, OAuth2RefreshToken refresh) {
		return new OAuth2RefreshToken(value, refresh.getIssuedAt(), refresh.getExpiresAt());
	}

	private static OidcIdToken with(String value, OidcIdToken id) {
		return new OidcIdToken(value, id.getIssuedAt(), id.getExpiresAt(), id.getClaims());
	}

}

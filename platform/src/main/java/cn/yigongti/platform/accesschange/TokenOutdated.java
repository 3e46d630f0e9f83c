package cn.yigongti.platform.accesschange;

import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.BearerTokenErrors;

/**
 * What the token says is no longer true. Whoever still has access gets another one from
 * the issuer, and goes on with that.
 */
public class TokenOutdated extends OAuth2AuthenticationException {

	private static final long serialVersionUID = 1L;

	TokenOutdated() {
		super(BearerTokenErrors.invalidToken("outdated"));
	}

}

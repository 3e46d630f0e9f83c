package cn.yigongti.platform.caller;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.BearerTokenErrors;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * Reads the {@link Caller} out of an access token. A token whose claims make no sense is
 * a bad token (401), never a caller with fewer rights.
 */
public class TokenCallers implements Converter<Jwt, AbstractAuthenticationToken> {

	@Override
	public AbstractAuthenticationToken convert(Jwt token) {
		Caller caller = callerOf(token);
		JwtAuthenticationToken authentication = new JwtAuthenticationToken(token, List.of(), caller.subject());
		authentication.setDetails(caller);
		return authentication;
	}

	static Caller callerOf(Jwt token) {
		try {
			return new Caller(Objects.requireNonNull(token.getSubject()),
					Caller.Kind.valueOf(Objects.requireNonNull(token.getClaimAsString("caller"))),
					uuid(token.getClaimAsString("organization_id")), uuid(token.getClaimAsString("consortium_id")),
					Boolean.TRUE.equals(token.getClaimAsBoolean("platform_access")), grants(token.getClaim("grants")));
		}
		catch (IllegalArgumentException | NullPointerException | ClassCastException ex) {
			throw new OAuth2AuthenticationException(BearerTokenErrors.invalidToken("unusable claims"), ex);
		}
	}

	private static @Nullable UUID uuid(@Nullable String value) {
		return (value != null) ? UUID.fromString(value) : null;
	}

	private static List<Grant> grants(@Nullable Object claim) {
		if (claim == null) {
			return List.of();
		}
		return ((Collection<?>) claim).stream().map((element) -> grant((Map<?, ?>) element)).toList();
	}

	private static Grant grant(Map<?, ?> claim) {
		Set<String> permissions = ((Collection<?>) Objects.requireNonNull(claim.get("permissions"))).stream()
			.map(String.class::cast)
			.collect(Collectors.toSet());
		return new Grant((String) Objects.requireNonNull(claim.get("role")),
				ScopeType.valueOf((String) Objects.requireNonNull(claim.get("scope"))), (String) claim.get("scope_id"),
				permissions);
	}

}

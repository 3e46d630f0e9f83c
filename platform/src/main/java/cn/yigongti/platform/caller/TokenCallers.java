package cn.yigongti.platform.caller;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import cn.yigongti.platform.accesschange.AccessChanges;
import org.jspecify.annotations.Nullable;

import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.BearerTokenErrors;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * Reads the {@link Caller} out of an access token. A token whose claims make no sense is
 * a bad token (401), never a caller with fewer rights; so is one that is older than a
 * change of what it says.
 */
public class TokenCallers implements Converter<Jwt, AbstractAuthenticationToken> {

	private final AccessChanges changes;

	public TokenCallers(AccessChanges changes) {
		this.changes = changes;
	}

	@Override
	public AbstractAuthenticationToken convert(Jwt token) {
		Caller caller = callerOf(token);
		this.changes.verify(read(token, TokenCallers::asOf));
		JwtAuthenticationToken authentication = new JwtAuthenticationToken(token, List.of(), caller.subject());
		authentication.setDetails(caller);
		return authentication;
	}

	static Caller callerOf(Jwt token) {
		return read(token, (claims) -> new Caller(Objects.requireNonNull(claims.getSubject()),
				Caller.Kind.valueOf(Objects.requireNonNull(claims.getClaimAsString("caller"))),
				uuid(claims.getClaimAsString("organization_id")), uuid(claims.getClaimAsString("consortium_id")),
				claims.getClaimAsString("region_code"),
				Boolean.TRUE.equals(claims.getClaimAsBoolean("platform_access")), grants(claims.getClaim("grants"))));
	}

	private static <T> T read(Jwt token, Function<Jwt, T> reading) {
		try {
			return reading.apply(token);
		}
		catch (IllegalArgumentException | NullPointerException | ClassCastException ex) {
			throw new OAuth2AuthenticationException(BearerTokenErrors.invalidToken("unusable claims"), ex);
		}
	}

	/**
	 * Tokens that depend on nothing, such as those of our services, have no such claim.
	 */
	private static Map<String, Long> asOf(Jwt token) {
		@Nullable Map<String, Object> claim = token.getClaim(AccessChanges.CLAIM);
		Map<String, Long> asOf = new HashMap<>();
		if (claim != null) {
			claim.forEach((name, number) -> asOf.put(name, ((Number) number).longValue()));
		}
		return asOf;
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

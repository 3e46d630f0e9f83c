package cn.yigongti.iam.authorization;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import cn.yigongti.iam.accesschange.AccessKey;
import cn.yigongti.iam.accesschange.AsOf;
import cn.yigongti.iam.accesschange.NotedChanges;
import cn.yigongti.iam.client.MachineClient;
import cn.yigongti.iam.client.MachineClients;
import cn.yigongti.iam.directory.Directory;
import cn.yigongti.iam.grant.Grants;
import cn.yigongti.iam.grant.HeldRole;
import cn.yigongti.iam.grant.Holder;
import cn.yigongti.iam.role.Role;
import cn.yigongti.iam.secondfactor.SecondFactors;
import cn.yigongti.iam.session.OwnSignIn;
import cn.yigongti.iam.session.SignIns;
import cn.yigongti.iam.session.SignedIn;
import cn.yigongti.iam.user.User;
import cn.yigongti.iam.user.UserStatus;
import cn.yigongti.iam.user.Users;
import cn.yigongti.platform.accesschange.AccessChanges;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.caller.ScopeType;
import cn.yigongti.platform.web.SecurityConfiguration;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.core.oidc.StandardClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.stereotype.Component;

/**
 * What tokens say of their bearer, read from the database each time one is made or
 * refreshed. Who was deactivated in the meantime gets none. A token also says which
 * changes of all that it knows of, so that later ones outdate it.
 */
@Component
class TokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

	private final Users users;

	private final MachineClients machines;

	private final Grants grants;

	private final Directory directory;

	private final RegisteredClients clients;

	private final SignIns signIns;

	private final SecondFactors factors;

	private final NotedChanges changes;

	TokenClaims(Users users, MachineClients machines, Grants grants, Directory directory, RegisteredClients clients,
			SignIns signIns, SecondFactors factors, NotedChanges changes) {
		this.users = users;
		this.machines = machines;
		this.grants = grants;
		this.directory = directory;
		this.clients = clients;
		this.signIns = signIns;
		this.factors = factors;
		this.changes = changes;
	}

	@Override
	public void customize(JwtEncodingContext context) {
		String clientId = context.getRegisteredClient().getClientId();
		if (AuthorizationGrantType.CLIENT_CREDENTIALS.equals(context.getAuthorizationGrantType())) {
			access(context.getClaims());
			ofMachine(context.getClaims(), clientId);
			return;
		}
		User user = user(Objects.requireNonNull(context.<Authentication>getPrincipal()).getName());
		SignedIn signIn = signIn(context.getPrincipal());
		ofSignIn(context.getClaims(), signIn);
		if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
			access(context.getClaims());
			ofUser(context, user);
		}
		else if (context.getAuthorizedScopes().contains(OidcScopes.PROFILE)) {
			context.getClaims()
				.claim(StandardClaimNames.NAME, user.name())
				.claim(StandardClaimNames.PREFERRED_USERNAME, user.loginName());
		}
	}

	private User user(String id) {
		return this.users.find(UUID.fromString(id))
			.filter((user) -> user.status() != UserStatus.INACTIVE)
			.orElseThrow(() -> new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT));
	}

	/**
	 * The sign-in, if it goes on and a code was shown where one is due by now.
	 */
	private SignedIn signIn(@Nullable Authentication principal) {
		return OwnSignIn.of(principal)
			.flatMap((own) -> this.signIns.find(own.id()))
			.filter((signIn) -> signIn.secondFactorAt() != null || this.factors.due(signIn.userId()).isNothing())
			.orElseThrow(() -> new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT));
	}

	/**
	 * Which sign-in it is, and by what it was made (RFC 8176). No token outlives it.
	 * Values are of the types that the authorization server stores.
	 */
	private static void ofSignIn(JwtClaimsSet.Builder claims, SignedIn signIn) {
		claims.claim(OwnSignIn.CLAIM, signIn.id().toString());
		claims.claim(IdTokenClaimNames.AUTH_TIME, Date.from(signIn.startedAt()));
		claims.claim(IdTokenClaimNames.AMR,
				new ArrayList<>((signIn.secondFactorAt() != null) ? List.of("pwd", "otp", "mfa") : List.of("pwd")));
		claims.claims((all) -> all.computeIfPresent(JwtClaimNames.EXP,
				(name, end) -> ((Instant) end).isBefore(signIn.endsAt()) ? end : signIn.endsAt()));
	}

	private static void access(JwtClaimsSet.Builder claims) {
		claims.audience(List.of(SecurityConfiguration.AUDIENCE));
	}

	private void ofUser(JwtEncodingContext context, User user) {
		List<AccessKey> keys = keys(AccessKey.user(user.id()), user.organizationId());
		OAuth2Authorization authorization = context.getAuthorization();
		if (authorization != null) {
			keys.add(AccessKey.authorization(authorization.getId()));
		}
		AsOf asOf = this.changes.asOf(keys);
		User now = user(user.id().toString());
		bearer(context.getClaims(), Caller.Kind.USER, now.organizationId());
		grants(context.getClaims(), this.grants.of(new Holder.User(now.id())), asOf, keys);
	}

	/**
	 * What a holder's token depends on, besides roles. What is known of the organization
	 * is brought up to date before, since that may well be a change.
	 */
	private List<AccessKey> keys(AccessKey holder, UUID organizationId) {
		this.directory.organization(organizationId);
		return new ArrayList<>(List.of(holder, AccessKey.organization(organizationId)));
	}

	private void ofMachine(JwtClaimsSet.Builder claims, String clientId) {
		if (this.clients.isService(clientId)) {
			bearer(claims, Caller.Kind.SERVICE, null);
			claims.claim("platform_access", true);
			claims.claim("grants", List.of(grant("SERVICE", ScopeType.ALL, null, ServicePermissions.of(clientId))));
		}
		else if (clientId.equals(RegisteredClients.OPERATOR)) {
			bearer(claims, Caller.Kind.CLIENT, null);
			AsOf asOf = this.changes.asOf(List.of());
			grants(claims, List.of(this.grants.everywhere(Role.PLATFORM_ADMIN)), asOf, new ArrayList<>());
		}
		else {
			MachineClient known = machine(clientId);
			List<AccessKey> keys = keys(AccessKey.client(known.id()), known.organizationId());
			AsOf asOf = this.changes.asOf(keys);
			MachineClient machine = machine(clientId);
			bearer(claims, Caller.Kind.CLIENT, machine.organizationId());
			if (machine.requestsPerMinute() != null) {
				claims.claim("quota", machine.requestsPerMinute());
			}
			grants(claims, this.grants.of(new Holder.Client(machine.id())), asOf, keys);
		}
	}

	private MachineClient machine(String clientId) {
		return this.machines.withClientId(clientId)
			.orElseThrow(() -> new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT));
	}

	private void bearer(JwtClaimsSet.Builder claims, Caller.Kind kind, @Nullable UUID organizationId) {
		claims.claim("caller", kind.name());
		if (organizationId != null) {
			claims.claim("organization_id", organizationId.toString());
			this.directory.organization(organizationId).ifPresent((organization) -> {
				claims.claim("region_code", organization.regionCode());
				if (organization.consortiumId() != null) {
					claims.claim("consortium_id", organization.consortiumId().toString());
				}
			});
		}
	}

	private static void grants(JwtClaimsSet.Builder claims, List<HeldRole> held, AsOf asOf, List<AccessKey> keys) {
		held.forEach((one) -> keys.add(AccessKey.role(one.role().code())));
		claims.claim(AccessChanges.CLAIM, asOf.claim(keys));
		claims.claim("platform_access", held.stream().anyMatch((one) -> one.role().platformAccess()));
		claims.claim("grants",
				held.stream()
					.map((one) -> grant(one.role().code(), one.scope(), one.scopeId(),
							one.role().permissions().stream().sorted().toList()))
					.toList());
	}

	private static Map<String, Object> grant(String role, ScopeType scope, @Nullable String scopeId,
			List<String> permissions) {
		Map<String, Object> grant = new LinkedHashMap<>();
		grant.put("role", role);
		grant.put("scope", scope.name());
		if (scopeId != null) {
			grant.put("scope_id", scopeId);
		}
		grant.put("permissions", new ArrayList<>(permissions));
		return grant;
	}

}

package cn.yigongti.iam.authorization;

import java.security.Principal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import cn.yigongti.iam.session.OwnSignIn;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.transaction.annotation.Transactional;

/**
 * Authorizations in PostgreSQL: no token in clear, and each refresh token good for one
 * exchange. One that is shown a second time is in two hands, and nobody can tell which is
 * the right one, so the whole authorization ends.
 */
public class SealedAuthorizations implements OAuth2AuthorizationService {

	private static final Logger log = LoggerFactory.getLogger(SealedAuthorizations.class);

	/** Attribute, never stored: the sealed refresh token with which an exchange began. */
	private static final String SHOWN = SealedAuthorizations.class.getName() + ".shown";

	private final OAuth2AuthorizationService store;

	private final TokenSeals seals;

	private final JdbcClient jdbc;

	private final Clock clock;

	SealedAuthorizations(OAuth2AuthorizationService store, TokenSeals seals, JdbcClient jdbc, Clock clock) {
		this.store = store;
		this.seals = seals;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Override
	@Transactional(noRollbackFor = OAuth2AuthenticationException.class)
	public void save(OAuth2Authorization authorization) {
		String shown = authorization.getAttribute(SHOWN);
		OAuth2Authorization sealed = this.seals.seal(authorization);
		if (shown != null && !shown.equals(refreshTokenOf(sealed))) {
			spend(sealed.getId(), shown);
		}
		this.store.save(OAuth2Authorization.from(sealed).attributes((attributes) -> attributes.remove(SHOWN)).build());
		OwnSignIn.of(authorization.getAttribute(Principal.class.getName()))
			.ifPresent((own) -> hangOn(own.id(), authorization.getId()));
	}

	/**
	 * Ties it to its sign-in, with which it will end. If that has just ended, so has
	 * this.
	 */
	private void hangOn(UUID signIn, String authorization) {
		int tied = this.jdbc.sql("""
				update oauth2_authorization set sign_in_id = live.id
				from (select id from sign_in where id = :signIn for key share) live
				where oauth2_authorization.id = :id""").param("signIn", signIn).param("id", authorization).update();
		if (tied == 0) {
			remove(authorization);
			throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
		}
	}

	@Override
	public void remove(OAuth2Authorization authorization) {
		this.store.remove(authorization);
	}

	@Override
	public @Nullable OAuth2Authorization findById(String id) {
		return this.store.findById(id);
	}

	@Override
	@Transactional
	public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
		if (type != null && OAuth2ParameterNames.STATE.equals(type.getValue())) {
			return this.store.findByToken(token, type);
		}
		List<String> values = this.seals.allOf(token);
		boolean exchange = type != null && OAuth2TokenType.REFRESH_TOKEN.equals(type);
		for (String sealed : values) {
			OAuth2Authorization found = this.store.findByToken(sealed, type);
			if (found != null) {
				OAuth2Authorization unsealed = this.seals.unseal(found, sealed, token);
				return exchange ? OAuth2Authorization.from(unsealed).attribute(SHOWN, sealed).build() : unsealed;
			}
		}
		if (exchange) {
			values.forEach(this::endIfSpent);
		}
		return null;
	}

	/**
	 * Ends everything a user or client holds: refresh tokens are void at once, access
	 * tokens within seconds, since the table notes the change.
	 */
	@Transactional
	public void removeAllOf(String principal) {
		this.jdbc.sql("delete from oauth2_authorization where principal_name = :principal")
			.param("principal", principal)
			.update();
	}

	/** Forgets what has expired altogether. */
	@Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT10M")
	@Transactional
	public void removeExpired() {
		this.jdbc.sql("""
				delete from oauth2_authorization
				where greatest(authorization_code_expires_at, access_token_expires_at, oidc_id_token_expires_at,
					refresh_token_expires_at) < :now""")
			.param("now", OffsetDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC))
			.update();
	}

	private void spend(String authorization, String shown) {
		Optional<String> current = this.jdbc
			.sql("select refresh_token_value from oauth2_authorization where id = :id for update")
			.param("id", authorization)
			.query(String.class)
			.optional();
		if (current.isEmpty() || !current.get().equals(shown)) {
			end(authorization);
			throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
		}
		this.jdbc.sql("insert into spent_refresh_token (token_hash, authorization_id) values (:hash, :id)")
			.param("hash", shown)
			.param("id", authorization)
			.update();
	}

	private void endIfSpent(String sealed) {
		this.jdbc.sql("select authorization_id from spent_refresh_token where token_hash = :hash")
			.param("hash", sealed)
			.query(String.class)
			.optional()
			.ifPresent(this::end);
	}

	private void end(String authorization) {
		log.warn("A refresh token was shown twice: authorization {} ends", authorization);
		remove(authorization);
	}

	private void remove(String authorization) {
		this.jdbc.sql("delete from oauth2_authorization where id = :id").param("id", authorization).update();
	}

	private static @Nullable String refreshTokenOf(OAuth2Authorization authorization) {
		var token = authorization.getToken(OAuth2RefreshToken.class);
		return (token != null) ? token.getToken().getTokenValue() : null;
	}

}

package cn.yigongti.iam.authorization;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import cn.yigongti.iam.client.ClientSecret;
import cn.yigongti.iam.client.ClientSecrets;
import cn.yigongti.iam.client.MachineClient;
import cn.yigongti.iam.client.MachineClients;
import cn.yigongti.iam.client.PublicKeys;
import cn.yigongti.iam.client.Secrets;
import cn.yigongti.iam.config.IamProperties;
import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/**
 * Who may ask for tokens: the console, our own services and the operator as configured,
 * and the machine clients of organizations from the database.
 */
@Component
class RegisteredClients implements RegisteredClientRepository {

	static final String CONSOLE = "console";

	static final String OPERATOR = "operator";

	private static final Duration ACCESS = Duration.ofMinutes(15);

	/** A session ends after this long without a refresh (GB/T 22239 level 3). */
	private static final Duration IDLE = Duration.ofMinutes(30);

	private final Map<String, RegisteredClient> configured;

	private final MachineClients machines;

	private final Secrets secrets;

	RegisteredClients(IamProperties properties, ClientSecrets hashes, MachineClients machines, Secrets secrets) {
		this.machines = machines;
		this.secrets = secrets;
		this.configured = properties.serviceClients()
			.entrySet()
			.stream()
			.map((service) -> machine(service.getKey(), hashes.encode(service.getValue())).build())
			.collect(Collectors.toMap(RegisteredClient::getClientId, (client) -> client, (one, other) -> one,
					HashMap::new));
		IamProperties.Operator operator = properties.operator();
		if (operator != null) {
			this.configured.put(OPERATOR, machine(OPERATOR, hashes.encode(operator.secret())).build());
		}
		this.configured.put(CONSOLE, console(properties.console()));
	}

	@Override
	public void save(RegisteredClient client) {
		throw new UnsupportedOperationException("clients are configured, or kept by their own feature");
	}

	@Override
	public @Nullable RegisteredClient findById(String id) {
		return findByClientId(id);
	}

	@Override
	public @Nullable RegisteredClient findByClientId(String clientId) {
		RegisteredClient found = this.configured.get(clientId);
		return (found != null) ? found
				: this.machines.withClientId(clientId).filter(MachineClient::enabled).map(this::machine).orElse(null);
	}

	boolean isService(String clientId) {
		return this.configured.containsKey(clientId) && !clientId.equals(OPERATOR) && !clientId.equals(CONSOLE);
	}

	/** Of one with keys and secrets, either is good. */
	private @Nullable RegisteredClient machine(MachineClient client) {
		List<ClientSecret> secrets = this.secrets.of(client.id());
		PublicKeys keys = client.publicKeys();
		if (secrets.isEmpty() && keys == null) {
			return null;
		}
		String clientId = client.id().toString();
		RegisteredClient.Builder machine = secrets.isEmpty() ? machine(clientId)
				: machine(clientId, ClientSecrets.anyOf(secrets));
		if (keys != null) {
			machine.clientAuthenticationMethod(ClientAuthenticationMethod.PRIVATE_KEY_JWT)
				.clientSettings(ClientSettings.builder()
					.tokenEndpointAuthenticationSigningAlgorithm(SignatureAlgorithm.RS256)
					.setting(ClientAssertions.KEYS, keys)
					.build());
		}
		return machine.build();
	}

	private static RegisteredClient.Builder machine(String clientId, String secretHash) {
		return machine(clientId).clientSecret(secretHash)
			.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
			.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST);
	}

	private static RegisteredClient.Builder machine(String clientId) {
		return RegisteredClient.withId(clientId)
			.clientId(clientId)
			.authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
			.tokenSettings(TokenSettings.builder().accessTokenTimeToLive(ACCESS).build());
	}

	private static RegisteredClient console(IamProperties.Console console) {
		return RegisteredClient.withId(CONSOLE)
			.clientId(CONSOLE)
			.clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
			.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
			.authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
			.redirectUris((uris) -> console.redirectUris().forEach((uri) -> uris.add(uri.toString())))
			.postLogoutRedirectUris(
					(uris) -> console.postLogoutRedirectUris().forEach((uri) -> uris.add(uri.toString())))
			.scope(OidcScopes.OPENID)
			.scope(OidcScopes.PROFILE)
			.clientSettings(ClientSettings.builder().requireProofKey(true).requireAuthorizationConsent(false).build())
			.tokenSettings(TokenSettings.builder()
				.authorizationCodeTimeToLive(Duration.ofMinutes(1))
				.accessTokenTimeToLive(ACCESS)
				.refreshTokenTimeToLive(IDLE)
				.reuseRefreshTokens(false)
				.build())
			.build();
	}

}

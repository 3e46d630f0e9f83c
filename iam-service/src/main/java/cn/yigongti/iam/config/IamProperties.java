package cn.yigongti.iam.config;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an installation decides.
 *
 * @param serviceClients secret of each of our services, by client id
 * @param operator machine client that sets up an installation; absent once it isn't
 * needed any more
 */
@ConfigurationProperties("yigongti.iam")
public record IamProperties(@DefaultValue Map<String, String> serviceClients, @Nullable Operator operator,
		@DefaultValue Console console, @DefaultValue Keys keys) {

	public IamProperties {
		serviceClients = Map.copyOf(serviceClients);
	}

	public record Operator(String secret) {

	}

	/**
	 * The web console, a public client.
	 *
	 * @param redirectUris where it may be sent back to after sign-in
	 * @param postLogoutRedirectUris where it may be sent back to after sign-out
	 */
	public record Console(@DefaultValue List<URI> redirectUris, @DefaultValue List<URI> postLogoutRedirectUris) {

		public Console {
			redirectUris = List.copyOf(redirectUris);
			postLogoutRedirectUris = List.copyOf(postLogoutRedirectUris);
		}

	}

	/**
	 * Signing keys.
	 *
	 * @param rotateAfter age at which a key hands over to a new one
	 * @param announceFor how long a new key is published before it signs, so that
	 * everybody knows it by then; longer than our replicas and the services keep a key
	 * set
	 */
	public record Keys(@DefaultValue("90d") Duration rotateAfter, @DefaultValue("10m") Duration announceFor) {

	}

}

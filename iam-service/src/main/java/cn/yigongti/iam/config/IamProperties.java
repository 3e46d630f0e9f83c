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
		@DefaultValue Console console, @DefaultValue Keys keys, @DefaultValue SignIn signIn,
		@DefaultValue SecondFactor secondFactor) {

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

	/**
	 * What guessing and forgetting to sign out are met with (GB/T 22239 level 3).
	 *
	 * @param failures so many in a row lock the user
	 * @param failuresPerAddress so many names, known or not, failed from one address
	 * within {@code lockFor} lock the address
	 * @param lockFor how long either is locked
	 * @param sessionLimit how long a sign-in lasts at most, however busy
	 * @param sessionsPerUser how many sign-ins a user may have under way; the oldest
	 * gives way
	 */
	public record SignIn(@DefaultValue("5") int failures, @DefaultValue("5") int failuresPerAddress,
			@DefaultValue("10m") Duration lockFor, @DefaultValue("12h") Duration sessionLimit,
			@DefaultValue("50") int sessionsPerUser) {

	}

	/**
	 * One-time codes.
	 *
	 * @param roles built-in roles whose holders need them to sign in; roles of the
	 * installation say so themselves
	 */
	public record SecondFactor(@DefaultValue List<String> roles) {

		public SecondFactor {
			roles = List.copyOf(roles);
		}

	}

}

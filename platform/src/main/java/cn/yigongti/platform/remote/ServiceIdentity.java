package cn.yigongti.platform.remote;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientService;

/**
 * This service's own access token, fetched from the iam-service by client credentials and
 * kept until it expires or is refused.
 */
class ServiceIdentity {

	static final String REGISTRATION = "yigongti";

	/** One that is refused when it is new will be no better when it is newer. */
	private static final Duration NEW = Duration.ofSeconds(5);

	private final OAuth2AuthorizedClientManager clients;

	private final OAuth2AuthorizedClientService kept;

	private final String serviceName;

	private final OAuth2AuthorizeRequest request;

	private final Clock clock;

	ServiceIdentity(OAuth2AuthorizedClientManager clients, OAuth2AuthorizedClientService kept, String serviceName,
			Clock clock) {
		this.clients = clients;
		this.kept = kept;
		this.serviceName = serviceName;
		this.clock = clock;
		this.request = OAuth2AuthorizeRequest.withClientRegistrationId(REGISTRATION).principal(serviceName).build();
	}

	/**
	 * Forgets a token that was refused.
	 * @return whether there is, or will be, another in its place
	 */
	boolean replaces(String refused) {
		OAuth2AuthorizedClient client = this.kept.loadAuthorizedClient(REGISTRATION, this.serviceName);
		if (client == null || !client.getAccessToken().getTokenValue().equals(refused)) {
			return true;
		}
		Instant issuedAt = client.getAccessToken().getIssuedAt();
		boolean isNew = issuedAt != null && issuedAt.plus(NEW).isAfter(this.clock.instant());
		if (!isNew) {
			this.kept.removeAuthorizedClient(REGISTRATION, this.serviceName);
		}
		return !isNew;
	}

	String token() {
		OAuth2AuthorizedClient client = this.clients.authorize(this.request);
		if (client == null) {
			throw new DependencyUnavailable("iam-service", null);
		}
		return client.getAccessToken().getTokenValue();
	}

}

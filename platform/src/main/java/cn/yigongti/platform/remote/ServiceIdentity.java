package cn.yigongti.platform.remote;

import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;

/**
 * This service's own access token, fetched from the iam-service by client credentials and
 * kept until it expires.
 */
class ServiceIdentity {

	static final String REGISTRATION = "yigongti";

	private final OAuth2AuthorizedClientManager clients;

	private final OAuth2AuthorizeRequest request;

	ServiceIdentity(OAuth2AuthorizedClientManager clients, String serviceName) {
		this.clients = clients;
		this.request = OAuth2AuthorizeRequest.withClientRegistrationId(REGISTRATION).principal(serviceName).build();
	}

	String token() {
		OAuth2AuthorizedClient client = this.clients.authorize(this.request);
		if (client == null) {
			throw new DependencyUnavailable("iam-service", null);
		}
		return client.getAccessToken().getTokenValue();
	}

}

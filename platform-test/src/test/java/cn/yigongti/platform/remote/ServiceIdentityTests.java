package cn.yigongti.platform.remote;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import cn.yigongti.platform.test.TestIssuer;
import org.junit.jupiter.api.Test;

import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.InMemoryOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;

import static org.assertj.core.api.Assertions.assertThat;

class ServiceIdentityTests {

	private static final String NAME = "referral-service";

	private final ClientRegistration registration = ClientRegistration.withRegistrationId(ServiceIdentity.REGISTRATION)
		.clientId(NAME)
		.clientSecret("secret")
		.authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
		.tokenUri(TestIssuer.tokenUri())
		.build();

	private final InMemoryOAuth2AuthorizedClientService kept;

	private final ServiceIdentity identity;

	ServiceIdentityTests() {
		var registrations = new InMemoryClientRegistrationRepository(this.registration);
		this.kept = new InMemoryOAuth2AuthorizedClientService(registrations);
		var manager = new AuthorizedClientServiceOAuth2AuthorizedClientManager(registrations, this.kept);
		manager
			.setAuthorizedClientProvider(OAuth2AuthorizedClientProviderBuilder.builder().clientCredentials().build());
		this.identity = new ServiceIdentity(manager, this.kept, NAME, Clock.systemUTC());
	}

	@Test
	void aTokenThatIsRefusedIsFetchedAnew() {
		holds("old", Duration.ofMinutes(1));
		assertThat(this.identity.token()).isEqualTo("old");
		assertThat(this.identity.replaces("old")).isTrue();
		assertThat(this.identity.token()).startsWith("ey");
	}

	@Test
	void aNewTokenThatIsRefusedStays() {
		holds("new", Duration.ZERO);
		assertThat(this.identity.replaces("new")).isFalse();
		assertThat(this.identity.token()).isEqualTo("new");
	}

	@Test
	void whatAnotherThreadHasReplacedMeanwhileStays() {
		holds("new", Duration.ofMinutes(1));
		assertThat(this.identity.replaces("old")).isTrue();
		assertThat(this.identity.token()).isEqualTo("new");
	}

	private void holds(String token, Duration age) {
		Instant issuedAt = Instant.now().minus(age);
		this.kept.saveAuthorizedClient(
				new OAuth2AuthorizedClient(this.registration, NAME, new OAuth2AccessToken(
						OAuth2AccessToken.TokenType.BEARER, token, issuedAt, issuedAt.plus(Duration.ofMinutes(15)))),
				new TestingAuthenticationToken(NAME, ""));
	}

}

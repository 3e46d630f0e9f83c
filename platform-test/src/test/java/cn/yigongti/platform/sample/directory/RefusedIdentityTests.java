package cn.yigongti.platform.sample.directory;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

import cn.yigongti.platform.permission.PermissionRegister;
import cn.yigongti.platform.remote.RemoteProblem;
import cn.yigongti.platform.test.ServiceTest;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestConstructor;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A peer that refuses the service's own token, which no longer is a new one. */
@ServiceTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class RefusedIdentityTests {

	@RegisterExtension
	static final WireMockExtension PEER = WireMockExtension.newInstance()
		.options(WireMockConfiguration.wireMockConfig().dynamicPort().bindAddress("127.0.0.1"))
		.build();

	private final Peer peer;

	RefusedIdentityTests(Peer peer) {
		this.peer = peer;
	}

	@DynamicPropertySource
	static void peers(DynamicPropertyRegistry registry) {
		registry.add("spring.cloud.discovery.client.simple.instances.peer-service[0].uri", PEER::baseUrl);
		registry.add("yigongti.token-uri", () -> PEER.baseUrl() + "/token");
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class AMinuteLater {

		@Bean
		Clock clock() {
			return Clock.offset(Clock.systemUTC(), Duration.ofMinutes(1));
		}

		/** The service asks for no token of its own accord. */
		@Bean
		PermissionRegister catalogue() {
			return (service, permissions) -> {
			};
		}

	}

	@Test
	void asksOnceMoreWithANewToken() {
		PEER.stubFor(post(urlPathEqualTo("/token")).willReturn(token("old")));
		PEER.stubFor(get(anyUrl()).willReturn(aResponse().withStatus(401)));
		assertThatExceptionOfType(RemoteProblem.class).isThrownBy(() -> this.peer.thing(UUID.randomUUID()));
		PEER.verify(2, getRequestedFor(anyUrl()));
		PEER.verify(2, postRequestedFor(urlPathEqualTo("/token")));

		UUID id = UUID.randomUUID();
		PEER.stubFor(post(urlPathEqualTo("/token")).willReturn(token("new")));
		PEER.stubFor(get(anyUrl()).withHeader("Authorization", equalTo("Bearer new"))
			.willReturn(okJson("{\"id\":\"" + id + "\",\"name\":\"卫生院\"}")));
		assertThat(this.peer.thing(id).name()).isEqualTo("卫生院");
		PEER.verify(4, getRequestedFor(anyUrl()));
	}

	private static ResponseDefinitionBuilder token(String value) {
		return okJson("{\"access_token\":\"" + value + "\",\"token_type\":\"Bearer\",\"expires_in\":900}");
	}

}

package cn.yigongti.platform.sample.directory;

import java.util.UUID;

import cn.yigongti.platform.remote.DependencyUnavailable;
import cn.yigongti.platform.remote.RemoteProblem;
import cn.yigongti.platform.test.ServiceTest;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestConstructor;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ServiceTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class RemoteTests {

	@RegisterExtension
	static final WireMockExtension PEER = WireMockExtension.newInstance()
		.options(WireMockConfiguration.wireMockConfig().dynamicPort().bindAddress("127.0.0.1"))
		.build();

	private final Peer peer;

	private final CircuitBreakerRegistry breakers;

	RemoteTests(Peer peer, CircuitBreakerRegistry breakers) {
		this.peer = peer;
		this.breakers = breakers;
	}

	@DynamicPropertySource
	static void peers(DynamicPropertyRegistry registry) {
		registry.add("spring.cloud.discovery.client.simple.instances.peer-service[0].uri", PEER::baseUrl);
	}

	@BeforeEach
	void closeBreaker() {
		this.breakers.circuitBreaker("peer-service").reset();
	}

	@Test
	void carriesItsOwnIdentityAndTheTrace() {
		UUID id = UUID.randomUUID();
		PEER.stubFor(get(anyUrl()).willReturn(okJson("{\"id\":\"" + id + "\",\"name\":\"卫生院\",\"later\":1}")));
		assertThat(this.peer.thing(id).name()).isEqualTo("卫生院");
		PEER.verify(getRequestedFor(anyUrl()).withHeader("Authorization", matching("Bearer ey.+")));
	}

	@Test
	void tellsARefusalByItsCode() {
		PEER.stubFor(get(anyUrl()).willReturn(aResponse().withStatus(404)
			.withHeader("Content-Type", "application/problem+json")
			.withBody("{\"code\":\"not-found\"}")));
		assertThatExceptionOfType(RemoteProblem.class).isThrownBy(() -> this.peer.thing(UUID.randomUUID()))
			.satisfies((problem) -> assertThat(problem.code()).isEqualTo("not-found"))
			.satisfies((problem) -> assertThat(problem.isNotFound()).isTrue());
	}

	@Test
	void tellsAnOutageFromARefusal() {
		PEER.stubFor(get(anyUrl()).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
		assertThatExceptionOfType(DependencyUnavailable.class).isThrownBy(() -> this.peer.thing(UUID.randomUUID()))
			.satisfies((outage) -> assertThat(outage.service()).isEqualTo("peer-service"));
	}

	@Test
	void stopsAskingAPeerThatKeepsFailing() {
		PEER.stubFor(get(anyUrl()).willReturn(aResponse().withStatus(503)));
		for (int i = 0; i < 30; i++) {
			assertThatExceptionOfType(DependencyUnavailable.class).isThrownBy(() -> this.peer.thing(UUID.randomUUID()));
		}
		int asked = PEER.getAllServeEvents().size();
		assertThat(asked).isBetween(10, 15);
	}

}

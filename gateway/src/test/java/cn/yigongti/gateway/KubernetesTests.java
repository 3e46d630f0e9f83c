package cn.yigongti.gateway;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;

import cn.yigongti.gateway.running.RunningGateway;
import cn.yigongti.gateway.running.StubService;
import io.fabric8.kubernetes.api.model.Endpoints;
import io.fabric8.kubernetes.api.model.EndpointsBuilder;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesCrudDispatcher;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.mockwebserver.Context;
import io.fabric8.mockwebserver.MockWebServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** In a cluster, which here is a server that speaks its API. */
class KubernetesTests {

	private static final String NAMESPACE = "yigongti";

	private static final KubernetesMockServer cluster = new KubernetesMockServer(new Context(), new MockWebServer(),
			new HashMap<>(), new KubernetesCrudDispatcher(List.of()), false);

	@BeforeAll
	static void start() {
		cluster.init();
	}

	@AfterAll
	static void stop() {
		cluster.destroy();
	}

	@Test
	void findsServicesInTheClusterAndFollowsThemWhenTheyMove() {
		try (StubService first = StubService.start("first");
				StubService second = StubService.start("second");
				KubernetesClient kubernetes = cluster.createClient()) {
			kubernetes.services().inNamespace(NAMESPACE).resource(service()).create();
			kubernetes.endpoints().inNamespace(NAMESPACE).resource(endpoints(first.port())).create();
			try (RunningGateway gateway = gateway()) {
				assertThat(gateway.browser("user-1").get("/api/v1/referrals").body()).contains("first");
				assertThat(gateway.service("referral-service").requests()).isEmpty();

				kubernetes.endpoints().inNamespace(NAMESPACE).resource(endpoints(second.port())).update();
				await().atMost(Duration.ofSeconds(20))
					.until(() -> gateway.browser("user-1").get("/api/v1/referrals").body().contains("second"));

				kubernetes.endpoints().inNamespace(NAMESPACE).withName("referral-service").delete();
				await().atMost(Duration.ofSeconds(20))
					.until(() -> gateway.browser("user-1").get("/api/v1/referrals").status() == 503);
			}
		}
	}

	@Test
	void asksNoClusterOutsideOfOne() {
		assertThat(RunningGateway.shared().has(KubernetesClient.class)).isFalse();
	}

	private static RunningGateway gateway() {
		return RunningGateway.with("spring.main.cloud-platform=kubernetes",
				"spring.cloud.discovery.client.simple.instances.referral-service[0].uri=",
				"spring.cloud.kubernetes.client.master-url=http://127.0.0.1:" + cluster.getPort(),
				"spring.cloud.kubernetes.client.namespace=" + NAMESPACE);
	}

	private static Service service() {
		return new ServiceBuilder().withNewMetadata()
			.withName("referral-service")
			.endMetadata()
			.withNewSpec()
			.addNewPort()
			.withName("http")
			.withPort(80)
			.endPort()
			.endSpec()
			.build();
	}

	/** With a second port, as a service has that is watched on another one. */
	private static Endpoints endpoints(int port) {
		return new EndpointsBuilder().withNewMetadata()
			.withName("referral-service")
			.endMetadata()
			.addNewSubset()
			.addNewAddress()
			.withIp("127.0.0.1")
			.endAddress()
			.addNewPort()
			.withName("debug")
			.withPort(1)
			.endPort()
			.addNewPort()
			.withName("http")
			.withPort(port)
			.endPort()
			.endSubset()
			.build();
	}

}

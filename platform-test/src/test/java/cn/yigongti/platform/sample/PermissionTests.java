package cn.yigongti.platform.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import cn.yigongti.platform.permission.DeclaredPermissions;
import cn.yigongti.platform.test.EveryOperation;
import cn.yigongti.platform.test.ServiceTest;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.web.servlet.client.RestTestClient;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.noContent;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;

/** An iam-service that is not quite there when the service starts. */
@ServiceTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class PermissionTests {

	@RegisterExtension
	static final WireMockExtension IAM = WireMockExtension.newInstance()
		.options(WireMockConfiguration.wireMockConfig().dynamicPort().bindAddress("127.0.0.1"))
		.resetOnEachTest(false)
		.build();

	private final RestTestClient http;

	private final DeclaredPermissions declared;

	PermissionTests(RestTestClient http, DeclaredPermissions declared) {
		this.http = http;
		this.declared = declared;
	}

	@DynamicPropertySource
	static void iam(DynamicPropertyRegistry registry) {
		IAM.stubFor(put(anyUrl()).inScenario("start")
			.whenScenarioStateIs(STARTED)
			.willReturn(serverError())
			.willSetStateTo("up"));
		IAM.stubFor(put(anyUrl()).inScenario("start").whenScenarioStateIs("up").willReturn(noContent()));
		registry.add("spring.cloud.discovery.client.simple.instances.iam-service[0].uri", IAM::baseUrl);
	}

	@Test
	void isReadyOnceTheIamServiceHasTakenItsPermissions() throws IOException {
		String promised = Files.readString(Path.of("..", "contracts", "iam-service", "permission-declaration.json"));

		IAM.verify(2,
				putRequestedFor(urlEqualTo("/api/v1/permission-declarations/sample-service"))
					.withHeader("Authorization", matching("Bearer ey.+"))
					.withRequestBody(equalToJson(promised)));
	}

	@Test
	void theWalkFindsTheOneOperationThatNeedsNoPermission() {
		assertThat(EveryOperation.of(this.http)
			.needsItsPermission(this.declared, "GET /notes/misplaced", "GET /api/v1/mobile/notes")
			.filter((test) -> !passes(test))
			.map(DynamicTest::getDisplayName)).containsExactly("GET /notes/undeclared");
	}

	private static boolean passes(DynamicTest test) {
		try {
			test.getExecutable().execute();
			return true;
		}
		catch (Throwable ex) {
			return false;
		}
	}

}

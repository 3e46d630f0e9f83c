package cn.yigongti.platform.test;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Walks all operations of a service's OpenAPI document and proves that each refuses those
 * who may not use it. Use it in a {@code @TestFactory}.
 */
public final class EveryOperation {

	private final RestTestClient http;

	private EveryOperation(RestTestClient http) {
		this.http = http;
	}

	public static EveryOperation of(RestTestClient http) {
		return new EveryOperation(http);
	}

	public Stream<DynamicTest> refusesStrangers() {
		String noRights = TestTokens.user().of(UUID.randomUUID()).mayEverywhere("nothing:read").bearer();
		String noAccess = TestTokens.user().of(UUID.randomUUID()).withoutPlatformAccess().bearer();
		String expired = TestTokens.user().mayEverywhere("nothing:read").expired().bearer();
		return operations().stream()
			.filter((operation) -> !operation.open())
			.map((operation) -> DynamicTest.dynamicTest(operation.toString(), () -> {
				refuses(operation, "", 401, "unauthorized");
				refuses(operation, expired, 401, "unauthorized");
				refuses(operation, noAccess, 403, "platform-access-missing");
				if (!operation.template().matches("/api/v1/me(/.*)?")) {
					refuses(operation, noRights, 403, "permission-missing");
				}
			}));
	}

	private void refuses(Operation operation, String authorization, int status, String code) {
		var answer = operation.call(this.http, authorization).returnResult(String.class);
		assertThat(answer.getStatus().value()).as(operation.toString()).isEqualTo(status);
		assertThat(answer.getResponseHeaders().getFirst("Content-Type")).startsWith("application/problem+json");
		JsonNode problem = JsonMapper.shared().readTree(Objects.requireNonNull(answer.getResponseBody()));
		assertThat(problem.path("code").asString()).as(operation.toString()).isEqualTo(code);
	}

	List<Operation> operations() {
		JsonNode document = JsonMapper.shared().readTree(OpenApiSnapshot.documentOf(this.http));
		List<Operation> operations = new ArrayList<>();
		document.path("paths")
			.forEachEntry((path, item) -> item
				.forEachEntry((method, operation) -> operations.add(Operation.of(path, method, operation))));
		return operations;
	}

}

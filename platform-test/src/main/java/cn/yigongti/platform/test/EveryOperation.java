package cn.yigongti.platform.test;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import cn.yigongti.platform.caller.RequiresPermission;
import cn.yigongti.platform.permission.DeclaredPermissions;
import cn.yigongti.platform.permission.Permission;
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

	private static final Pattern CODE = Pattern.compile(Permission.CODE);

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
		String resident = TestTokens.resident("somebody").mayEverywhere("nothing:read").bearer();
		String expired = TestTokens.user().mayEverywhere("nothing:read").expired().bearer();
		return operations().stream()
			.filter((operation) -> !operation.open())
			.map((operation) -> DynamicTest.dynamicTest(operation.toString(), () -> {
				refuses(operation, "", 401, "unauthorized");
				refuses(operation, expired, 401, "unauthorized");
				refuses(operation, noAccess, 403, "platform-access-missing");
				if (!operation.forResidents()) {
					refuses(operation, resident, 403, "permission-missing");
				}
				if (!RequiresPermission.PLATFORM_ACCESS.equals(operation.permission())) {
					refuses(operation, noRights, 403, "permission-missing");
				}
			}));
	}

	/**
	 * Whoever holds everything the service declares but the one permission an operation
	 * needs is refused, and told which one that is.
	 * @param declared what the service declares; its operations need nothing else
	 * @param exceptions all operations that need no permission: those that are open to
	 * everybody, to everybody with platform access, and to residents alone
	 */
	public Stream<DynamicTest> needsItsPermission(DeclaredPermissions declared, String... exceptions) {
		List<Operation> operations = operations();
		Stream<DynamicTest> needing = operations.stream()
			.filter((operation) -> !needsNone(operation))
			.map((operation) -> DynamicTest.dynamicTest(operation.toString(),
					() -> needsItsPermission(operation, declared.codes())));
		DynamicTest others = DynamicTest.dynamicTest("needs a permission for all others",
				() -> assertThat(operations.stream().filter(EveryOperation::needsNone).map(Operation::toString))
					.containsExactlyInAnyOrder(exceptions));
		return Stream.concat(needing, Stream.of(others));
	}

	private static boolean needsNone(Operation operation) {
		return operation.open() || operation.forResidents()
				|| RequiresPermission.PLATFORM_ACCESS.equals(operation.permission());
	}

	private void needsItsPermission(Operation operation, Set<String> declared) {
		assertThat(declared).contains(String.valueOf(operation.permission()));
		String[] others = declared.stream()
			.filter((code) -> !code.equals(operation.permission()))
			.toArray(String[]::new);
		String bearer = TestTokens.user().of(UUID.randomUUID()).mayEverywhere(others).bearer();
		JsonNode problem = refuses(operation, bearer, 403, "permission-missing");
		assertThat(CODE.matcher(problem.path("detail").asString()).results().map((found) -> found.group()))
			.containsExactly(operation.permission());
	}

	private JsonNode refuses(Operation operation, String authorization, int status, String code) {
		var answer = operation.call(this.http, authorization).returnResult(String.class);
		assertThat(answer.getStatus().value()).as(operation.toString()).isEqualTo(status);
		assertThat(answer.getResponseHeaders().getFirst("Content-Type")).startsWith("application/problem+json");
		JsonNode problem = JsonMapper.shared().readTree(Objects.requireNonNull(answer.getResponseBody()));
		assertThat(problem.path("code").asString()).as(operation.toString()).isEqualTo(code);
		return problem;
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

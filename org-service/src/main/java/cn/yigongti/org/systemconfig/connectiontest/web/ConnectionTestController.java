package cn.yigongti.org.systemconfig.connectiontest.web;

import java.util.UUID;

import cn.yigongti.org.systemconfig.connectiontest.ConnectionTest;
import cn.yigongti.org.systemconfig.connectiontest.TestConnection;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.caller.RequiresPermission;
import cn.yigongti.platform.problem.FieldProblem;
import cn.yigongti.platform.problem.Problems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/organizations/{id}/system-config/connection-test")
@Tag(name = "System configurations")
class ConnectionTestController {

	private final TestConnection connection;

	private final Problems problems;

	ConnectionTestController(TestConnection connection, Problems problems) {
		this.connection = connection;
		this.problems = problems;
	}

	@PostMapping
	@RequiresPermission("system-config:write")
	@Operation(summary = "Test the connection to the Cloud HIS of an organization (连接测试)",
			description = "Asks for one user, and tells which step failed: name, connection, TLS, status or contract. "
					+ "Nothing of the answer is repeated.")
	@ApiResponse(responseCode = "200")
	@ApiResponse(responseCode = "409", description = "nothing-to-test: no address applies there, and none was given")
	@ApiResponse(responseCode = "422", description = "invalid")
	@ApiResponse(responseCode = "429", description = "too-many-connection-tests")
	ConnectionTestResponse test(Caller caller, @PathVariable UUID id,
			@RequestBody(required = false) @Valid @Nullable ConnectionTestRequest request) {
		ConnectionTest test = this.connection.test(caller, id, (request != null) ? request.systemApiUrl() : null);
		return ConnectionTestResponse.of(test, (reason) -> this.problems.textOf(new FieldProblem("", reason)));
	}

}

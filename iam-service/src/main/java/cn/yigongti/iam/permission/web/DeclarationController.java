package cn.yigongti.iam.permission.web;

import cn.yigongti.iam.permission.ForeignDeclaration;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.caller.RequiresPermission;
import cn.yigongti.platform.permission.PermissionRegister;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.extensions.Extension;
import io.swagger.v3.oas.annotations.extensions.ExtensionProperty;
import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class DeclarationController {

	private final PermissionRegister register;

	DeclarationController(PermissionRegister register) {
		this.register = register;
	}

	@PutMapping("/api/v1/permission-declarations/{service}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@RequiresPermission("permission:declare")
	@Operation(summary = "All that a service declares, in place of what it declared before",
			description = "Between services. A service declares in its own name alone.",
			extensions = @Extension(properties = @ExtensionProperty(name = "x-internal", value = "true")))
	void declare(Caller caller, @PathVariable String service, @Valid @RequestBody DeclarationRequest request) {
		if (caller.kind() != Caller.Kind.SERVICE || !caller.subject().equals(service)) {
			throw new ForeignDeclaration(service);
		}
		this.register.take(service, request.declared());
	}

}

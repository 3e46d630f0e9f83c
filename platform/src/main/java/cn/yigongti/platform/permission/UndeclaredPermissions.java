package cn.yigongti.platform.permission;

import java.util.List;
import java.util.Objects;

import cn.yigongti.platform.caller.RequiresPermission;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Lets no service start of which an operation needs what it doesn't declare: no role
 * could hold that, so nobody could ever use the operation.
 */
class UndeclaredPermissions implements SmartInitializingSingleton {

	private final RequestMappingHandlerMapping operations;

	private final DeclaredPermissions declared;

	UndeclaredPermissions(RequestMappingHandlerMapping operations, DeclaredPermissions declared) {
		this.operations = operations;
		this.declared = declared;
	}

	@Override
	public void afterSingletonsInstantiated() {
		List<String> undeclared = this.operations.getHandlerMethods()
			.values()
			.stream()
			.map((method) -> method.getMethodAnnotation(RequiresPermission.class))
			.filter(Objects::nonNull)
			.map(RequiresPermission::value)
			.filter((code) -> !code.equals(RequiresPermission.PLATFORM_ACCESS))
			.filter((code) -> !this.declared.codes().contains(code))
			.distinct()
			.sorted()
			.toList();
		if (!undeclared.isEmpty()) {
			throw new IllegalStateException("permissions.yml does not declare what operations need: " + undeclared);
		}
	}

}

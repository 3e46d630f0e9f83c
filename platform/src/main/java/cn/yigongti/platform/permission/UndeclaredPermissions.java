package cn.yigongti.platform.permission;

import java.util.List;
import java.util.Objects;
import java.util.Set;

import cn.yigongti.platform.caller.RequiresPermission;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Lets no service start of which an operation needs what it doesn't declare: no role
 * could hold that, so nobody could ever use the operation.
 */
class UndeclaredPermissions implements SmartInitializingSingleton {

	/** What operations may need that nobody can be granted. */
	private static final Set<String> NO_PERMISSIONS = Set.of(RequiresPermission.PLATFORM_ACCESS,
			RequiresPermission.RESIDENT);

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
			.filter((code) -> !NO_PERMISSIONS.contains(code))
			.filter((code) -> !this.declared.codes().contains(code))
			.distinct()
			.sorted()
			.toList();
		if (!undeclared.isEmpty()) {
			throw new IllegalStateException("permissions.yml does not declare what operations need: " + undeclared);
		}
	}

}

package cn.yigongti.iam.testing;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import cn.yigongti.platform.permission.DeclaredPermissions;
import cn.yigongti.platform.permission.PermissionRegister;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.FileSystemResource;

/** What our other services declare at their start. */
public class Declarations implements SmartInitializingSingleton {

	private static final List<String> PEERS = List.of("org-service", "referral-service", "consultation-service",
			"dashboard-service", "health-record-service");

	private final PermissionRegister register;

	Declarations(PermissionRegister register) {
		this.register = register;
	}

	@Override
	public void afterSingletonsInstantiated() {
		PEERS.forEach((service) -> this.register.take(service, of(service).all()));
	}

	/** The codes that our services declare, this one included. */
	public static Set<String> ofAllServices() {
		Set<String> codes = new HashSet<>(of("iam-service").codes());
		PEERS.forEach((service) -> codes.addAll(of(service).codes()));
		return codes;
	}

	private static DeclaredPermissions of(String service) {
		return DeclaredPermissions
			.of(new FileSystemResource(Path.of("..", service, "src", "main", "resources", "permissions.yml")));
	}

}

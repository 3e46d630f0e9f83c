package cn.yigongti.iam.authorization;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What our own services may do at each other. All read the registers and declare what
 * they permit; what belongs to patients is read only by the service that needs it.
 */
final class ServicePermissions {

	private static final List<String> REGISTERS = List.of("organization:read", "consortium:read", "system-config:read",
			"region:read", "user:read", "permission:declare");

	/**
	 * Before it closes an organization, the org-service asks what is still open; the
	 * consultation-service applies for the referral that a consultation leads to; the
	 * iam-service shows the audit trails of all.
	 */
	private static final Map<String, List<String>> MORE = Map.of("org-service",
			List.of("referral:read", "consultation:read"), "consultation-service", List.of("referral:write"),
			"iam-service", List.of("audit-event:read"));

	private ServicePermissions() {
	}

	static List<String> of(String service) {
		return Stream.concat(REGISTERS.stream(), MORE.getOrDefault(service, List.of()).stream()).toList();
	}

}

package cn.yigongti.dev.services;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A deployable of the platform. Those that others wait for stand first.
 */
public enum Service {

	IAM("iam-service", 128), GATEWAY("gateway", 128), ORG("org-service", 112), REFERRAL("referral-service", 128),
	CONSULTATION("consultation-service", 144), DASHBOARD("dashboard-service", 96),
	HEALTH_RECORD("health-record-service", 96);

	/** Little memory, and a quick start rather than peak speed. */
	static final List<String> COMMON_FLAGS = List.of("-Xms24m", "-Xss512k", "-XX:+UseSerialGC",
			"-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=48m", "-XX:-UsePerfData",
			"-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED",
			"--sun-misc-unsafe-memory-access=allow", "-Duser.timezone=UTC", "-Dfile.encoding=UTF-8");

	private final String applicationName;

	private final int heapMegabytes;

	Service(String applicationName, int heapMegabytes) {
		this.applicationName = applicationName;
		this.heapMegabytes = heapMegabytes;
	}

	/**
	 * The name in discovery, of the module, and of the service's client.
	 */
	public String applicationName() {
		return this.applicationName;
	}

	/**
	 * Of the database and of its owner; the gateway has none.
	 */
	public Optional<String> database() {
		return (this == GATEWAY) ? Optional.empty()
				: Optional.of(this.applicationName.replaceFirst("-service$", "").replace('-', '_'));
	}

	/**
	 * What a laptop can spare.
	 */
	List<String> flags() {
		return Stream.concat(Stream.of("-Xmx" + this.heapMegabytes + "m"), COMMON_FLAGS.stream()).toList();
	}

	public static Stream<Service> withDatabase() {
		return Stream.of(values()).filter((service) -> service.database().isPresent());
	}

}

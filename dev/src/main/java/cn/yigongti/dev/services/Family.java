package cn.yigongti.dev.services;

import java.util.List;
import java.util.stream.Stream;

/**
 * Services that are built on the same libraries.
 */
enum Family {

	SERVLET(Service.DASHBOARD), REACTIVE(Service.GATEWAY);

	private final Service representative;

	Family(Service representative) {
		this.representative = representative;
	}

	/** One with few libraries of its own. */
	Service representative() {
		return this.representative;
	}

	static Family of(Service service) {
		return (service == Service.GATEWAY) ? REACTIVE : SERVLET;
	}

	static List<Service> members(Family family) {
		return Stream.of(Service.values()).filter((service) -> of(service) == family).toList();
	}

}

package cn.yigongti.iam.audit.directory;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

import cn.yigongti.iam.config.IamProperties;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.cloud.openfeign.FeignClientBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/**
 * The trails of the services that have a client here: all that belong to the platform.
 */
@Component
public class PeerTrails {

	private final Map<String, TrailOfService> clients = new ConcurrentHashMap<>();

	private final Set<String> services;

	private final FeignClientBuilder builder;

	PeerTrails(IamProperties properties, ApplicationContext context,
			@Value("${spring.application.name}") String ownName) {
		this.services = new TreeSet<>(properties.serviceClients().keySet());
		this.services.remove(ownName);
		this.builder = new FeignClientBuilder(context);
	}

	public Set<String> services() {
		return Set.copyOf(this.services);
	}

	/**
	 * Events of one service.
	 * @throws cn.yigongti.platform.remote.DependencyUnavailable when it can't be asked
	 * @throws cn.yigongti.platform.remote.RemoteProblem when it refuses
	 */
	public TrailPage lookUp(String service, TrailLookup lookup) {
		return client(service).lookUp(lookup);
	}

	/** Whether the latest events of one service are as they were written. */
	public TrailVerdict verify(String service, int entries) {
		return client(service).verify(entries);
	}

	private TrailOfService client(String service) {
		return this.clients.computeIfAbsent(service,
				(name) -> this.builder.forType(TrailOfService.class, name).build());
	}

}

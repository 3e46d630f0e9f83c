package cn.yigongti.dev.services;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The configuration of one service, as Spring Boot reads it.
 */
final class Settings {

	private final Map<String, Object> settings = new TreeMap<>();

	private Settings() {
	}

	static Settings of(Service service, Surroundings surroundings) {
		Settings settings = new Settings();
		settings.addCommon(service, surroundings);
		service.database().ifPresent((database) -> {
			settings.addDatabase(database, surroundings);
			settings.addKeys(service, surroundings);
		});
		switch (service) {
			case IAM -> {
				settings.addIam(surroundings);
				settings.addResidentKey(surroundings);
			}
			case HEALTH_RECORD -> settings.addResidentKey(surroundings);
			case ORG -> settings.addOutbound();
			case CONSULTATION -> {
				settings.addOutbound();
				settings.addSearch(surroundings);
			}
			case GATEWAY -> settings.addGateway(surroundings);
			case REFERRAL -> settings.addReferral();
			default -> {
			}
		}
		return settings;
	}

	/**
	 * The text of a properties file. Nothing in it needs escaping but backslashes, which
	 * don't occur.
	 */
	String toProperties() {
		return this.settings.entrySet()
			.stream()
			.map((entry) -> entry.getKey() + "=" + entry.getValue() + "\n")
			.collect(Collectors.joining());
	}

	private void addCommon(Service service, Surroundings surroundings) {
		put("server.address", "127.0.0.1");
		put("server.port", surroundings.ports().of(service));
		put("yigongti.issuer", surroundings.publicAddress());
		put("yigongti.jwk-set-uri", surroundings.ports().uri(Service.IAM) + "/oauth2/jwks");
		put("spring.data.redis.host", surroundings.redis().host());
		put("spring.data.redis.port", surroundings.redis().port());
		put("spring.data.redis.password", surroundings.redis().password());
		for (Service peer : Service.values()) {
			put("spring.cloud.discovery.client.simple.instances." + peer.applicationName() + "[0].uri",
					surroundings.ports().uri(peer));
		}
	}

	private void addDatabase(String database, Surroundings surroundings) {
		put("spring.datasource.url", surroundings.postgres().url(database));
		put("spring.datasource.username", surroundings.databaseUser(database).role());
		put("spring.datasource.password", surroundings.databaseUser(database).password());
		put("spring.flyway.user", surroundings.databaseOwner(database).role());
		put("spring.flyway.password", surroundings.databaseOwner(database).password());
		put("yigongti.standby.url", surroundings.postgres().standbyUrl(database));
	}

	private void addKeys(Service service, Surroundings surroundings) {
		put("yigongti.token-uri", surroundings.ports().uri(Service.IAM) + "/oauth2/token");
		put("yigongti.service-client.secret", surroundings.clientSecret(service));
		for (String use : new String[] { "cursor", "field", "hash" }) {
			put("yigongti.keys." + use, surroundings.secrets().key("key." + service.applicationName() + "." + use));
		}
	}

	/** The two services that know residents by the same reference. */
	private void addResidentKey(Surroundings surroundings) {
		put("yigongti.keys.resident", surroundings.secrets().key("key.resident"));
	}

	private void addIam(Surroundings surroundings) {
		Service.withDatabase()
			.forEach((peer) -> put("yigongti.iam.service-clients." + peer.applicationName(),
					surroundings.clientSecret(peer)));
		put("yigongti.iam.operator.secret", surroundings.operatorSecret());
		put("yigongti.iam.console.redirect-uris[0]", surroundings.redirectUri());
		put("yigongti.cloud-his.url", surroundings.cloudHis());
		addOutbound();
	}

	/** Here the Cloud HIS is the simulator, on a port of its choice. */
	private void addOutbound() {
		put("yigongti.outbound.allowed-hosts[0]", "127.0.0.1:*");
		put("yigongti.outbound.allowed-networks[0]", "127.0.0.0/8");
	}

	/** Here a whole county signs in from one address. */
	private void addGateway(Surroundings surroundings) {
		put("yigongti.gateway.allowed-origins[0]", surroundings.publicAddress());
		put("yigongti.gateway.rate-limits.sign-in.requests", 600);
		put("yigongti.gateway.rate-limits.sign-in.burst", 300);
	}

	private void addSearch(Surroundings surroundings) {
		put("yigongti.search.uri", surroundings.elasticsearch().uri());
	}

	/**
	 * Whoever looks at the demo needn't wait long for the clock to look at the history.
	 */
	private void addReferral() {
		put("yigongti.referral.import-settle", "10s");
		put("yigongti.referral.expiry-interval", "2s");
	}

	private void put(String key, Object value) {
		this.settings.put(key, value);
	}

}

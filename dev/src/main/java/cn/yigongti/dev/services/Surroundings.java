package cn.yigongti.dev.services;

import java.net.URI;

import cn.yigongti.dev.secrets.Secrets;
import cn.yigongti.localservers.Elasticsearch;
import cn.yigongti.localservers.Postgres;
import cn.yigongti.localservers.Postgres.Login;
import cn.yigongti.localservers.Redis;

/**
 * What the services need to find each other and the servers.
 *
 * @param redirectUri where the console may have people sent back to after sign-in
 */
public record Surroundings(Ports ports, Postgres postgres, Redis redis, Elasticsearch elasticsearch, URI cloudHis,
		URI redirectUri, Secrets secrets) {

	/**
	 * The public address: of the gateway, and of the tokens' issuer.
	 */
	public URI publicAddress() {
		return this.ports.uri(Service.GATEWAY);
	}

	/**
	 * What a service's own client proves itself with.
	 */
	String clientSecret(Service service) {
		return this.secrets.machineSecret("client." + service.applicationName());
	}

	/**
	 * What the machine client that sets up the installation proves itself with.
	 */
	public String operatorSecret() {
		return this.secrets.machineSecret("client.operator");
	}

	/**
	 * Makes the databases, each with an owner and a user of its own.
	 */
	public void createDatabases() {
		Service.withDatabase()
			.flatMap((service) -> service.database().stream())
			.forEach((name) -> this.postgres.createDatabase(name, databaseOwner(name), databaseUser(name)));
	}

	/** Who lays out a service's tables when it starts. */
	Login databaseOwner(String database) {
		return login(database + "_owner");
	}

	/** As whom the service works with them. */
	Login databaseUser(String database) {
		return login(database);
	}

	private Login login(String role) {
		return new Login(role, this.secrets.machineSecret("database." + role));
	}

}

package cn.yigongti.dev.services;

import java.io.StringReader;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Properties;
import java.util.Set;

import cn.yigongti.dev.secrets.Secrets;
import cn.yigongti.localservers.Elasticsearch;
import cn.yigongti.localservers.Postgres;
import cn.yigongti.localservers.Redis;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class SettingsTests {

	@TempDir
	Path folder;

	private Surroundings surroundings;

	@BeforeEach
	void choose() {
		this.surroundings = new Surroundings(Ports.choose(0), new Postgres("127.0.0.1", 5001, 5002, "postgres", "top"),
				new Redis("127.0.0.1", 6001, "redis-secret"), new Elasticsearch(URI.create("http://127.0.0.1:9001")),
				URI.create("http://127.0.0.1:7001"), URI.create("http://127.0.0.1:8080/console/signed-in"),
				Secrets.in(this.folder.resolve("secrets.properties")));
	}

	@Test
	void giveEachServiceADatabaseOfItsOwn() throws Exception {
		Properties settings = settings(Service.HEALTH_RECORD);
		assertThat(settings).containsEntry("spring.datasource.url", "jdbc:postgresql://127.0.0.1:5001/health_record")
			.containsEntry("spring.datasource.username", "health_record")
			.containsEntry("spring.flyway.user", "health_record_owner")
			.containsEntry("yigongti.standby.url", "jdbc:postgresql://127.0.0.1:5002/health_record");
		assertThat(settings.getProperty("spring.datasource.password")).isNotEqualTo("top")
			.isNotEqualTo(settings.getProperty("spring.flyway.password"))
			.isNotEqualTo(settings(Service.ORG).getProperty("spring.datasource.password"));
	}

	@Test
	void letTwoServicesAloneKnowWhoAResidentIs() throws Exception {
		String key = settings(Service.IAM).getProperty("yigongti.keys.resident");
		assertThat(key).isNotBlank().isEqualTo(settings(Service.HEALTH_RECORD).getProperty("yigongti.keys.resident"));
		assertThat(settings(Service.REFERRAL)).doesNotContainKey("yigongti.keys.resident");
	}

	@Test
	void giveTheGatewayNeitherDatabaseNorKeys() throws Exception {
		assertThat(settings(Service.GATEWAY).stringPropertyNames())
			.noneMatch((name) -> name.startsWith("spring.datasource") || name.startsWith("yigongti.keys"));
	}

	@Test
	void tellIamTheSecretThatEachServiceShows() throws Exception {
		Properties iam = settings(Service.IAM);
		Service.withDatabase().forEach((service) -> {
			String shown = Settings.of(service, this.surroundings).toProperties();
			String known = iam.getProperty("yigongti.iam.service-clients." + service.applicationName());
			assertThat(shown).contains("yigongti.service-client.secret=" + known + "\n");
		});
	}

	@Test
	void tellEverybodyTheSameIssuerAndWhereTheOthersAre() throws Exception {
		for (Service service : Service.values()) {
			assertThat(settings(service)).containsEntry("yigongti.issuer", this.surroundings.publicAddress().toString())
				.containsEntry("spring.cloud.discovery.client.simple.instances.org-service[0].uri",
						this.surroundings.ports().uri(Service.ORG).toString())
				.containsEntry("spring.cloud.discovery.client.simple.instances.referral-service[0].uri",
						this.surroundings.ports().uri(Service.REFERRAL).toString());
		}
	}

	@Test
	void letSearchWhoHasSomethingToFind() throws Exception {
		for (Service service : Service.values()) {
			assertThat(settings(service).getProperty("yigongti.search.uri"))
				.isEqualTo((service == Service.CONSULTATION) ? "http://127.0.0.1:9001" : null);
		}
	}

	@Test
	void openNothingToOtherMachines() throws Exception {
		for (Service service : Service.values()) {
			assertThat(settings(service)).containsEntry("server.address", "127.0.0.1");
		}
	}

	@Test
	void letCallTheSimulatorWhoMeansTo() throws Exception {
		Set<Service> calling = EnumSet.of(Service.IAM, Service.ORG, Service.CONSULTATION);
		for (Service service : Service.values()) {
			assertThat(settings(service).getProperty("yigongti.outbound.allowed-hosts[0]"))
				.isEqualTo(calling.contains(service) ? "127.0.0.1:*" : null);
		}
	}

	private Properties settings(Service service) throws Exception {
		Properties settings = new Properties();
		settings.load(new StringReader(Settings.of(service, this.surroundings).toProperties()));
		return settings;
	}

}

package cn.yigongti.iam.largesync;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import cn.yigongti.dev.hissimulator.CloudHisSimulator;
import cn.yigongti.dev.hissimulator.Fault;
import cn.yigongti.dev.hissimulator.Faults;
import cn.yigongti.iam.testing.Api;
import cn.yigongti.iam.testing.ConsoleSession;
import cn.yigongti.platform.test.StubServer;
import cn.yigongti.platform.test.TestIssuer;
import cn.yigongti.platform.test.servers.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class LargeSyncTests {

	private static final int VANISHED = 300;

	private static final int KNOWN = 2_000;

	private final Population population = new Population();

	private final Faults faults = new Faults(1, 8);

	private final CloudHisSimulator his = CloudHisSimulator.start().has(this.population.rows()).suffers(this.faults);

	private final StubServer orgService = StubServer.start();

	private final TestDatabase database = TestDatabase.create("iam_large");

	private final JdbcClient jdbc = JdbcClient.create(new DriverManagerDataSource(this.database.url(),
			this.database.user().role(), this.database.user().password()));

	@AfterEach
	void stop() {
		this.his.close();
		this.orgService.close();
	}

	@Test
	void bringsAHundredAndFiftyThousandUsersThroughFaultsAndADeath(@TempDir Path folder) throws Exception {
		Register.answersIn(this.orgService, this.his.uri().toString());
		Map<String, String> settings = settings();
		String run;
		int peak;
		try (IamProcess first = IamProcess.start("first", folder, settings)) {
			usersOfYesterday();
			Api api = first.api();
			run = api.post("/api/v1/user-syncs", "{\"full\": true}").expect(202).text("id");
			await().atMost(Duration.ofMinutes(4))
				.pollInterval(Duration.ofMillis(200))
				.until(() -> progress(first, api, run).path("fetched").asInt() > 60_000);
			first.kill();
			peak = first.peak();
		}
		this.his.has(this.population.moved());
		try (IamProcess second = IamProcess.start("second", folder, settings)) {
			Api api = second.api();
			JsonNode ended = await().atMost(Duration.ofMinutes(4))
				.pollInterval(Duration.ofMillis(500))
				.until(() -> progress(second, api, run), (now) -> !now.path("state").asString().equals("RUNNING"));
			peak = Math.max(peak, second.peak());
			System.out.printf("Peak of the heap: %d MB of %d; faults: %s; %s%n", peak, IamProcess.MEGABYTES,
					this.faults.made(), ended);

			assertThat(ended.path("state").asString()).as(ended.toString()).isEqualTo("SUCCEEDED");
			assertThat(ended.path("vanished").asInt()).isEqualTo(VANISHED);
			assertThat(ended.path("failed").asInt()).isBetween(Population.wrongRows() - 5, Population.wrongRows());
			assertThat(second.log()).as("goes on where the first was killed")
				.containsPattern("from page 1?[0-9][0-9]\\R");
		}
		assertThat(this.faults.made()).containsOnlyKeys(Fault.values());
		assertThat(differences()).isEmpty();
		assertThat(peak).isLessThan(IamProcess.MEGABYTES);
	}

	private static JsonNode progress(IamProcess process, Api api, String run) {
		process.requireAlive();
		return api.get("/api/v1/user-syncs/" + run).expect(200).body();
	}

	/**
	 * Some whom the HIS names otherwise today, and some whom it doesn't name any more.
	 */
	private void usersOfYesterday() {
		String source = this.his.uri().toString();
		for (int i = 0; i < Population.ORGANIZATIONS; i++) {
			this.jdbc.sql("""
					insert into organization (id, institution_code, name, region_code, active, refreshed_at)
					values (:id, :code, :code, '500229', true, now())""")
				.param("id", Population.organization(i))
				.param("code", Population.code(i))
				.update();
		}
		insertUsers(source, "u", "login", KNOWN);
		insertUsers(source, "gone", "gone", VANISHED);
	}

	private void insertUsers(String source, String id, String login, int number) {
		this.jdbc.sql("""
				insert into users (id, source, his_user_id, login_name, name, gender, organization_id, staff_type,
					active, created_at, updated_at)
				select uuidv7(), :source, :id || i, :login || i, 'former', '9', o.id, 'OTHER', true, now(), now()
				from generate_series(0, :last) i
				join organization o on o.institution_code = 'ORG' || (i % :organizations)""")
			.param("source", source)
			.param("id", id)
			.param("login", login)
			.param("last", number - 1)
			.param("organizations", Population.ORGANIZATIONS)
			.update();
	}

	/** What is not as it should be, some of it. */
	private List<String> differences() {
		Map<String, String> expected = this.population.expected(VANISHED);
		Map<String, String> found = new HashMap<>();
		this.jdbc.sql("""
				select u.*, o.institution_code from users u join organization o on o.id = u.organization_id
				where u.source = :source""").param("source", this.his.uri().toString()).query((ResultSet row) -> {
			String line = Population.line(row.getString("login_name"), row.getString("name"),
					row.getString("institution_code"), row.getBoolean("active"));
			found.put(row.getString("his_user_id"), line);
		});
		List<String> missing = expected.entrySet()
			.stream()
			.filter((entry) -> !entry.getValue().equals(found.get(entry.getKey())))
			.map((entry) -> entry + " but " + found.get(entry.getKey()))
			.limit(10)
			.toList();
		found.keySet().removeAll(expected.keySet());
		return missing.isEmpty() ? found.entrySet().stream().map(Object::toString).limit(10).toList() : missing;
	}

	private Map<String, String> settings() {
		Map<String, String> settings = new LinkedHashMap<>();
		settings.put("server.port", "0");
		settings.put("server.address", "127.0.0.1");
		settings.put("spring.datasource.url", this.database.url());
		settings.put("spring.datasource.username", this.database.user().role());
		settings.put("spring.datasource.password", this.database.user().password());
		settings.put("spring.flyway.user", this.database.owner().role());
		settings.put("spring.flyway.password", this.database.owner().password());
		settings.put("yigongti.standby.url", this.database.standbyUrl());
		settings.put("yigongti.issuer", TestIssuer.ISSUER);
		settings.put("yigongti.jwk-set-uri", TestIssuer.jwkSetUri());
		settings.put("yigongti.token-uri", TestIssuer.tokenUri());
		settings.put("yigongti.service-client.secret", "secret");
		for (String use : new String[] { "cursor", "field", "hash", "resident" }) {
			settings.put("yigongti.keys." + use, randomKey());
		}
		settings.put("spring.cloud.discovery.client.simple.instances.org-service[0].uri",
				"http://127.0.0.1:" + this.orgService.port());
		settings.put("yigongti.iam.operator.secret", IamProcess.OPERATOR_SECRET);
		settings.put("yigongti.iam.console.redirect-uris", ConsoleSession.REDIRECT_URI);
		settings.put("yigongti.iam.console.post-logout-redirect-uris", ConsoleSession.REDIRECT_URI);
		settings.put("yigongti.outbound.allowed-hosts", "127.0.0.1:*");
		settings.put("yigongti.outbound.allowed-networks", "127.0.0.0/8");
		settings.put("yigongti.cloud-his.client.time-limit", "2s");
		settings.put("yigongti.cloud-his.client.attempts", "6");
		settings.put("yigongti.cloud-his.client.first-back-off", "20ms");
		settings.put("yigongti.iam.user-sync.lease", "3s");
		settings.put("yigongti.iam.user-sync.poll-interval", "500ms");
		return settings;
	}

	private static String randomKey() {
		byte[] key = new byte[32];
		new SecureRandom().nextBytes(key);
		return Base64.getEncoder().encodeToString(key);
	}

}

package cn.yigongti.org.systemconfig;

import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

import cn.yigongti.org.Api;
import cn.yigongti.org.OrgServiceApplication;
import cn.yigongti.platform.test.SecondReplica;
import cn.yigongti.platform.test.TestTokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Two replicas of the service: what is changed through one is read through the other,
 * wherever the value comes from.
 */
@SystemConfigTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CachedConfigurationTests {

	private final Api here;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final SecondReplica second;

	private final Api there;

	private Configured world;

	CachedConfigurationTests(RestTestClient http, JdbcClient jdbc, TransactionTemplate transaction,
			ConfigurableApplicationContext first) {
		this.second = SecondReplica.of(first, OrgServiceApplication.class);
		this.here = Api.administrator(http);
		this.there = Api.administrator(this.second.http());
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.world = Configured.world(this.here);
	}

	@BeforeEach
	void populate() {
		this.world = Configured.world(this.here);
		this.world.set(this.world.lead(), Map.of("systemName", "牵头", "systemApiUrl", "https://lead.example.cn"));
		this.world.set(this.world.hospital(), Map.of("systemName", "医院"));
		this.world.set(this.world.centre(), Map.of("platformUrl", "https://centre.example.cn"));
	}

	@AfterAll
	void stop() {
		this.second.close();
	}

	static Stream<Arguments> changes() {
		return Stream.of(
				change("a value of its own", (test) -> test.world.set(test.world.clinic(), Map.of("systemName", "新"))),
				change("a value of the organization above it",
						(test) -> test.world.set(test.world.centre(), Map.of("systemName", "新"))),
				change("a value of the lead", (test) -> test.world.set(test.world.lead(), Map.of())),
				change("another organization above it", CachedConfigurationTests::moveBelowAnotherCentre),
				change("a leave", CachedConfigurationTests::leave),
				change("a new lead", CachedConfigurationTests::letTheHospitalLead),
				change("an icon of the lead", CachedConfigurationTests::giveTheLeadAnIcon));
	}

	private static Arguments change(String name, Consumer<CachedConfigurationTests> change) {
		return arguments(name, change);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("changes")
	void showsAtOnceOnTheOtherReplica(String name, Consumer<CachedConfigurationTests> change) {
		JsonNode before = read(this.there);
		assertThat(read(this.here)).isEqualTo(before);
		change.accept(this);
		JsonNode after = read(this.there);
		assertThat(after).isNotEqualTo(before).isEqualTo(uncached());
		assertThat(read(this.here)).isEqualTo(after);
	}

	@Test
	void whatOneMaySeeAnotherMayNot() {
		read(this.there);
		new Api(this.there.http(),
				TestTokens.user().mayInOrganization(this.world.lead(), "system-config:read").bearer())
			.get(Configured.path(this.world.clinic()))
			.expect(404, "not-found");
	}

	@Test
	void whoLeavesAConsortiumIsOutOfItsSightAtOnce() {
		Api doctor = new Api(this.there.http(),
				TestTokens.user().mayInConsortium(this.world.consortium(), "system-config:read").bearer());
		doctor.get(Configured.path(this.world.clinic())).expect(200);
		leave();
		doctor.get(Configured.path(this.world.clinic())).expect(404, "not-found");
	}

	private void moveBelowAnotherCentre() {
		UUID other = this.here.townshipCentre(this.world.county(), "102");
		this.here
			.patch("/organizations/" + this.world.clinic() + "?from=2024-02-01", "*",
					Map.of("parentId", other.toString()))
			.expect(200);
	}

	private void leave() {
		this.here
			.delete("/consortia/" + this.world.consortium() + "/members/" + this.world.clinic() + "?leftOn=2025-01-01");
	}

	private void letTheHospitalLead() {
		this.here
			.put("/consortia/" + this.world.consortium() + "/lead", "*",
					Map.of("organizationId", this.world.hospital(), "from", "2024-06-01"))
			.expect(200);
	}

	private void giveTheLeadAnIcon() {
		this.transaction.executeWithoutResult((_) -> this.jdbc.sql("""
				insert into system_icon (organization_id, version, media_type, content, created_at, updated_at)
				values (?, 0, 'image/png', 'x', now(), now())""").param(this.world.lead()).update());
	}

	private JsonNode read(Api replica) {
		return replica.get(Configured.path(this.world.clinic())).expect(200);
	}

	/** The list is always read from the database. */
	private JsonNode uncached() {
		return this.here.get("/system-configs?regionCode=" + this.world.county() + "102201")
			.expect(200)
			.path("items")
			.get(0);
	}

}

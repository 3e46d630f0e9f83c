package cn.yigongti.org.organization;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;

import cn.yigongti.org.Api;
import cn.yigongti.org.OrgServiceApplication;
import cn.yigongti.platform.test.SecondReplica;
import cn.yigongti.platform.test.ServiceTest;
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
import org.springframework.test.context.TestConstructor;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Two replicas of the service: what is changed through one is read through the other. In
 * a consortium are its lead and a hospital; another hospital is in none.
 */
@ServiceTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CachedReadTests {

	private final Api here;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final SecondReplica second;

	private final Api there;

	private String county = "";

	private UUID lead = UUID.randomUUID();

	private UUID hospital = UUID.randomUUID();

	private UUID free = UUID.randomUUID();

	private UUID consortium = UUID.randomUUID();

	CachedReadTests(RestTestClient http, JdbcClient jdbc, TransactionTemplate transaction,
			ConfigurableApplicationContext first) {
		this.second = SecondReplica.of(first, OrgServiceApplication.class);
		this.here = Api.administrator(http);
		this.there = Api.administrator(this.second.http());
		this.jdbc = jdbc;
		this.transaction = transaction;
	}

	@BeforeEach
	void populate() {
		this.county = Api.newCounty();
		this.lead = this.here.hospital(this.county);
		this.hospital = this.here.hospital(this.county);
		this.free = this.here.hospital(this.county);
		this.consortium = this.here.consortium(this.county, this.lead);
		this.here.join(this.consortium, this.hospital, "2024-01-01").expect(201);
	}

	@AfterAll
	void stop() {
		this.second.close();
	}

	static Stream<Arguments> changes() {
		return Stream
			.of(change("a change of some fields", (test) -> test.patch(test.hospital, Map.of("beds", 7))),
					change("a move to another township",
							(test) -> test.patch(test.hospital, Map.of("regionCode", test.county + "102"))),
					change("a closing",
							(test) -> test.here.post("/organizations/" + test.hospital + "/closure",
									Map.of("closedOn", "2025-01-01", "reason", "x"))
								.expect(200)),
					change("a leave", (test) -> test.leave(test.hospital)),
					change("a statement of a transaction", CachedReadTests::writeByStatement));
	}

	private static Arguments change(String name, Consumer<CachedReadTests> change) {
		return arguments(name, change);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("changes")
	void showsAtOnceOnTheOtherReplica(String name, Consumer<CachedReadTests> change) {
		JsonNode before = read(this.there, this.hospital);
		assertThat(read(this.here, this.hospital)).isEqualTo(before);
		change.accept(this);
		JsonNode after = read(this.there, this.hospital);
		assertThat(after).isNotEqualTo(before).isEqualTo(uncached(this.hospital));
		assertThat(lookUp(this.here, this.hospital)).isEqualTo(after);
	}

	@Test
	void aJoinShowsAtOnceOnTheOtherReplica() {
		assertThat(read(this.there, this.free).has("consortiumId")).isFalse();
		this.here.join(this.consortium, this.free, "2024-01-01").expect(201);
		assertThat(read(this.there, this.free).path("consortiumId").asString()).isEqualTo(this.consortium.toString());
	}

	@Test
	void aNewLeadIsShownInItsConsortiumStill() {
		read(this.there, this.hospital);
		this.here
			.put("/consortia/" + this.consortium + "/lead", "*",
					Map.of("organizationId", this.hospital, "from", "2024-06-01"))
			.expect(200);
		assertThat(read(this.there, this.hospital)).isEqualTo(uncached(this.hospital));
		assertThat(read(this.there, this.lead)).isEqualTo(uncached(this.lead));
	}

	@Test
	void whatOneMaySeeAnotherMayNot() {
		read(this.there, this.hospital);
		Api neighbour = of(TestTokens.user().mayInOrganization(this.free, "organization:read"));
		neighbour.get("/organizations/" + this.hospital).expect(404, "not-found");
		assertThat(neighbour.post("/organizations/lookups", Map.of("ids", List.of(this.hospital, this.free)))
			.expect(200)
			.path("items")
			.size()).isOne();
	}

	@Test
	void whoLeavesAConsortiumIsOutOfItsSightAtOnce() {
		Api doctor = of(TestTokens.user().mayInConsortium(this.consortium, "organization:read"));
		doctor.get("/organizations/" + this.hospital).expect(200);
		leave(this.hospital);
		doctor.get("/organizations/" + this.hospital).expect(404, "not-found");
	}

	@Test
	void neverShowsLessThanWhatWasAnsweredBefore() throws Exception {
		var answered = new AtomicInteger();
		try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
			Future<?> writer = callers.submit(() -> {
				for (int beds = 1; beds <= 40; beds++) {
					patch(this.hospital, Map.of("beds", beds));
					answered.set(beds);
				}
			});
			List<Future<?>> readers = Stream.of(this.here, this.there, this.there)
				.<Future<?>>map((replica) -> callers.submit(() -> {
					do {
						int atLeast = answered.get();
						assertThat(read(replica, this.hospital).path("beds").asInt()).isGreaterThanOrEqualTo(atLeast);
					}
					while (!writer.isDone());
				}))
				.toList();
			for (Future<?> reader : readers) {
				reader.get();
			}
			writer.get();
		}
	}

	private Api of(TestTokens token) {
		return new Api(this.there.http(), token.bearer());
	}

	private void patch(UUID id, Map<String, Object> fields) {
		this.here.patch("/organizations/" + id, "*", fields).expect(200);
	}

	private void leave(UUID id) {
		this.here.delete("/consortia/" + this.consortium + "/members/" + id + "?leftOn=2025-01-01");
	}

	private void writeByStatement() {
		this.transaction.executeWithoutResult(
				(_) -> this.jdbc.sql("update organization_edition set name = '中医院' where organization_id = ?")
					.param(this.hospital)
					.update());
	}

	private static JsonNode read(Api api, UUID id) {
		return api.get("/organizations/" + id).expect(200);
	}

	private static JsonNode lookUp(Api api, UUID id) {
		return api.post("/organizations/lookups", Map.of("ids", List.of(id))).expect(200).path("items").get(0);
	}

	/** As of a date it is always read from the database. */
	private JsonNode uncached(UUID id) {
		return this.here.get("/organizations/" + id + "?asOf=" + LocalDate.now(ZoneId.of("Asia/Shanghai"))).expect(200);
	}

}

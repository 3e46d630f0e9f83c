package cn.yigongti.org.consortium;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import cn.yigongti.org.Api;
import cn.yigongti.platform.test.ServiceTest;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@ServiceTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class ConcurrencyTests {

	private static final int CALLERS = 8;

	private final Api api;

	private final JdbcClient jdbc;

	private final String county = Api.newCounty();

	ConcurrencyTests(RestTestClient http, JdbcClient jdbc) {
		this.api = Api.administrator(http);
		this.jdbc = jdbc;
	}

	@Test
	void oneOfManyConsortiaThatTakeTheSameOrganizationAtOnceGetsIt() throws Exception {
		List<UUID> consortia = IntStream.range(0, CALLERS)
			.mapToObj((i) -> this.api.consortium(this.county, this.api.hospital(this.county)))
			.toList();
		UUID wanted = this.api.hospital(this.county);
		List<Integer> answers = atOnce(consortia.stream()
			.<Callable<Integer>>map((consortium) -> () -> this.api.join(consortium, wanted, "2024-01-01").status())
			.toList());
		assertThat(answers).filteredOn((status) -> status == 201).hasSize(1);
		assertThat(answers).filteredOn((status) -> status == 409).hasSize(CALLERS - 1);
	}

	@Test
	void organizationsJoinInBulkFromBothEndsOfTheListWithoutWaitingForEachOtherForever() throws Exception {
		UUID consortium = this.api.consortium(this.county, this.api.hospital(this.county));
		UUID other = this.api.consortium(this.county, this.api.hospital(this.county));
		List<UUID> wanted = IntStream.range(0, 20).mapToObj((i) -> this.api.hospital(this.county)).toList();
		List<Integer> answers = atOnce(
				List.of(() -> joinAll(consortium, wanted), () -> joinAll(other, wanted.reversed())));
		assertThat(answers).containsExactlyInAnyOrder(201, 409);
	}

	@Test
	void nothingThatHappensAtOnceBreaksTheRules() throws Exception {
		List<UUID> hospitals = new ArrayList<>(
				IntStream.range(0, 8).mapToObj((i) -> this.api.hospital(this.county)).toList());
		List<UUID> consortia = List.of(this.api.consortium(this.county, hospitals.get(0)),
				this.api.consortium(this.county, hospitals.get(1)));
		List<Integer> answers = atOnce(IntStream.range(0, CALLERS)
			.<Callable<Integer>>mapToObj((caller) -> () -> actAtRandom(new Random(caller), hospitals, consortia))
			.toList());
		assertThat(answers).as("worst answer of each caller").allMatch((worst) -> worst < 500);
		assertThat(rowsOf("select organization_id from leadership where until_on is not null"))
			.as("leads that have changed")
			.isNotEmpty();
		assertThat(rowsOf("""
				select a.id from membership a join membership b on a.organization_id = b.organization_id
				and a.id < b.id and a.tenure && b.tenure""")).isEmpty();
		assertThat(rowsOf("""
				select l.organization_id from leadership l where not exists (select from membership m
				where m.organization_id = l.organization_id and m.consortium_id = l.consortium_id
				and m.tenure @> l.tenure)""")).isEmpty();
		assertThat(rowsOf("""
				select c.id from consortium c where coalesce((select range_agg(l.tenure) from leadership l
				where l.consortium_id = c.id), '{}') <> datemultirange(c.existence)""")).isEmpty();
	}

	/**
	 * Joins of the first years, then changes of the lead and leaves of later ones, now
	 * and then a closing.
	 */
	private int actAtRandom(Random random, List<UUID> hospitals, List<UUID> consortia) {
		int worst = 0;
		for (int i = 0; i < 25; i++) {
			UUID consortium = consortia.get(random.nextInt(consortia.size()));
			UUID hospital = hospitals.get(random.nextInt(hospitals.size()));
			String early = "202" + (1 + random.nextInt(2)) + "-0" + (1 + random.nextInt(9)) + "-01";
			String late = "202" + (3 + random.nextInt(3)) + "-0" + (1 + random.nextInt(9)) + "-01";
			worst = Math.max(worst, switch (random.nextInt(40)) {
				case 0 -> close(hospital, late);
				case 1, 2, 3, 4, 5, 6, 7, 8 -> leave(consortium, hospital, late);
				case 9, 10, 11, 12, 13, 14, 15, 16, 17, 18 -> lead(consortium, hospital, late);
				default -> this.api.join(consortium, hospital, early).status();
			});
		}
		return worst;
	}

	private int close(UUID organization, String date) {
		return this.api.post("/organizations/" + organization + "/closure", Map.of("closedOn", date, "reason", "x"))
			.status();
	}

	private int leave(UUID consortium, UUID organization, String date) {
		return this.api.delete("/consortia/" + consortium + "/members/" + organization + "?leftOn=" + date).status();
	}

	private int lead(UUID consortium, UUID organization, String from) {
		return this.api
			.put("/consortia/" + consortium + "/lead", "*", Map.of("organizationId", organization, "from", from))
			.status();
	}

	private int joinAll(UUID consortium, List<UUID> organizations) {
		return this.api
			.post("/consortia/" + consortium + "/members",
					Map.of("organizationIds", organizations, "joinedOn", "2024-01-01"))
			.status();
	}

	private Set<UUID> rowsOf(String sql) {
		return this.jdbc.sql(sql).query(UUID.class).set();
	}

	private static List<Integer> atOnce(List<Callable<Integer>> requests)
			throws InterruptedException, ExecutionException {
		try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Integer> answers = new ArrayList<>();
			for (Future<Integer> answer : callers.invokeAll(requests)) {
				answers.add(answer.get());
			}
			return answers;
		}
	}

}

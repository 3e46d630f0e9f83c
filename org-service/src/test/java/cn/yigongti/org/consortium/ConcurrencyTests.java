package cn.yigongti.org.consortium;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

import org.springframework.test.context.TestConstructor;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@ServiceTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class ConcurrencyTests {

	private static final int CALLERS = 8;

	private final Api api;

	private final String county = Api.newCounty();

	ConcurrencyTests(RestTestClient http) {
		this.api = Api.administrator(http);
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

	private int joinAll(UUID consortium, List<UUID> organizations) {
		return this.api
			.post("/consortia/" + consortium + "/members",
					Map.of("organizationIds", organizations, "joinedOn", "2024-01-01"))
			.status();
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

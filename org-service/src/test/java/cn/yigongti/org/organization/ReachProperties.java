package cn.yigongti.org.organization;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import cn.yigongti.org.Api;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.caller.Grant;
import cn.yigongti.platform.caller.ScopeType;
import cn.yigongti.platform.test.ServiceTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import org.springframework.test.context.TestConstructor;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is judged on a cached organization must be what the database would have judged.
 * Organizations of two counties have been, are or will be in one of three consortia, or
 * in none; callers hold grants at random.
 */
@ServiceTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReachProperties {

	private static final List<String> PERMISSIONS = List.of(Reach.READ, Reach.WRITE, Reach.BRING_IN);

	private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));

	private final Register register;

	private final RegisterOfToday registerOfToday;

	private final Api api;

	private final List<String> counties = List.of(Api.newCounty(), Api.newCounty());

	private final List<UUID> organizations = new ArrayList<>();

	private final List<UUID> consortia = new ArrayList<>();

	ReachProperties(Register register, RegisterOfToday registerOfToday, RestTestClient http) {
		this.register = register;
		this.registerOfToday = registerOfToday;
		this.api = Api.administrator(http);
	}

	@BeforeAll
	void populate() {
		for (int i = 0; i < 3; i++) {
			String county = this.counties.get(i % 2);
			UUID lead = this.api.hospital(county);
			this.organizations.add(lead);
			this.consortia.add(this.api.consortium(county, lead));
		}
		for (String county : this.counties) {
			for (String township : List.of("102", "103")) {
				IntStream.range(0, 6).forEach((_) -> this.organizations.add(this.api.townshipCentre(county, township)));
			}
		}
		Random random = new Random(1);
		for (UUID organization : this.organizations) {
			joinAtRandom(random, organization);
		}
		this.organizations.add(UUID.randomUUID());
	}

	/** Refused when it is of the other county, or in a consortium. */
	private void joinAtRandom(Random random, UUID organization) {
		UUID consortium = this.consortia.get(random.nextInt(this.consortia.size()));
		LocalDate joinedOn = this.today.plusDays(random.nextInt(-3, 3));
		this.api.join(consortium, organization, joinedOn.toString());
		if (random.nextInt(3) > 0) {
			LocalDate leftOn = joinedOn.plusDays(random.nextInt(1, 5));
			this.api.delete("/consortia/" + consortium + "/members/" + organization + "?leftOn=" + leftOn);
		}
	}

	@Test
	void javaAndTheDatabaseJudgeAlike() {
		LongStream.range(0, 500).forEach((seed) -> {
			Caller caller = caller(new Random(seed));
			List<RegisteredOrganization> visible = this.register.lookUp(caller, this.organizations);
			assertThat(this.registerOfToday.lookUp(caller, this.organizations)).as("seed %d: %s", seed, caller)
				.isEqualTo(visible);
			UUID one = this.organizations.get((int) (seed % this.organizations.size()));
			assertThat(this.registerOfToday.find(caller, one)).as("seed %d: %s", seed, caller)
				.isEqualTo(this.register.find(caller, one, null));
		});
	}

	@Test
	void someSeeMuchAndSomeSeeNothing() {
		assertThat(LongStream.range(0, 500)
			.mapToObj((seed) -> this.register.lookUp(caller(new Random(seed)), this.organizations).size())
			.distinct()).hasSizeGreaterThan(10).contains(0, this.organizations.size() - 1);
	}

	private Caller caller(Random random) {
		List<Grant> grants = IntStream.range(0, random.nextInt(5)).mapToObj((_) -> grant(random)).toList();
		return new Caller(UUID.randomUUID().toString(), Caller.Kind.USER, null, null, random.nextInt(20) > 0, grants);
	}

	private Grant grant(Random random) {
		Set<String> permissions = Set.of(one(random, PERMISSIONS), "region:read");
		return switch (random.nextInt(10)) {
			case 0 -> new Grant("R", ScopeType.ALL, null, permissions);
			case 1, 2, 3 ->
				new Grant("R", ScopeType.ORGANIZATION, one(random, this.organizations).toString(), permissions);
			case 4, 5, 6 -> new Grant("R", ScopeType.CONSORTIUM, one(random, this.consortia).toString(), permissions);
			default -> new Grant("R", ScopeType.REGION, prefix(random), permissions);
		};
	}

	/** Of any length. */
	private String prefix(Random random) {
		String code = one(random, this.counties) + one(random, List.of("102", "103", "102201", "9"));
		return code.substring(0, random.nextInt(1, code.length() + 1));
	}

	private static <T> T one(Random random, List<T> choices) {
		return choices.get(random.nextInt(choices.size()));
	}

}

package cn.yigongti.consultation.center;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import cn.yigongti.consultation.ConsultationServiceTest;
import cn.yigongti.consultation.County;
import cn.yigongti.consultation.PeerServices;
import cn.yigongti.consultation.PeerServices.Place;
import cn.yigongti.consultation.directory.Tier;
import cn.yigongti.platform.test.Calls;
import cn.yigongti.platform.test.Calls.Answer;
import cn.yigongti.platform.test.PeerServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A consortium has two active centres at most, whoever is how fast. */
@ConsultationServiceTest
class TwoPlacesTests {

	private static final String CENTERS = "/api/v1/consultation-centers";

	private static final int MANY = 12;

	private final RestTestClient http;

	private final PeerServer peers;

	private final JdbcClient jdbc;

	private County county;

	TwoPlacesTests(RestTestClient http, PeerServer peers, JdbcClient jdbc) {
		this.http = http;
		this.peers = peers;
		this.jdbc = jdbc;
		this.county = County.unrelated(http, peers);
	}

	@BeforeEach
	void open() {
		this.county = County.unrelated(this.http, this.peers);
	}

	@Test
	void refusesAThirdUntilOneEnds() {
		Answer first = make(this.county.peoples).is(201);
		make(this.county.tcm).is(201);
		make(this.county.township).is(409, "centre-limit");
		Answer third = this.county.administrator()
			.post(CENTERS, this.county.centerRequest(this.county.township).put("active", false))
			.is(201);
		activate(third, this.county.township).is(409, "centre-limit");
		Answer ended = this.county.administrator()
			.put(CENTERS + "/" + first.text("id"), first.etag(),
					this.county.centerRequest(this.county.peoples).put("active", false))
			.is(200);
		activate(third, this.county.township).is(200);
		activate(ended, this.county.peoples).is(409, "centre-limit");
		assertThat(active()).isEqualTo(2);
	}

	@Test
	void keepsItsPlaceThroughAChange() {
		make(this.county.peoples).is(201);
		Answer second = make(this.county.tcm).is(201);
		activate(second, this.county.tcm).is(200);
		assertThat(active()).isEqualTo(2);
	}

	@Test
	void makesTwoOfManyAtTheSameTime() throws Exception {
		Calls administrator = this.county.administrator();
		List<Integer> statuses = atOnce(IntStream.range(0, MANY)
			.mapToObj((i) -> hospital(i))
			.<Callable<Answer>>map((place) -> () -> administrator.post(CENTERS, this.county.centerRequest(place)))
			.toList(), "centre-limit");
		assertThat(statuses).filteredOn((status) -> status == 201).hasSize(2);
		assertThat(statuses).filteredOn((status) -> status == 409).hasSize(MANY - 2);
		assertThat(active()).isEqualTo(2);
	}

	@Test
	void opensOneOfManyAgainAtTheSameTimeWhenOnePlaceIsFree() throws Exception {
		make(this.county.peoples).is(201);
		Calls administrator = this.county.administrator();
		List<Callable<Answer>> opening = new ArrayList<>();
		for (int i = 0; i < MANY; i++) {
			ObjectNode request = this.county.centerRequest(hospital(i));
			Answer made = administrator.post(CENTERS, request.deepCopy().put("active", false)).is(201);
			opening.add(() -> administrator.put(CENTERS + "/" + made.text("id"), made.etag(), request));
		}
		assertThat(atOnce(opening, "centre-limit")).filteredOn((status) -> status == 200).hasSize(1);
		assertThat(active()).isEqualTo(2);
	}

	@Test
	void makesOneOfTheSameOrganizationAtTheSameTime() throws Exception {
		Calls administrator = this.county.administrator();
		ObjectNode inactive = this.county.centerRequest(this.county.tcm).put("active", false);
		List<Integer> statuses = atOnce(IntStream.range(0, MANY)
			.<Callable<Answer>>mapToObj((i) -> () -> administrator.post(CENTERS, inactive))
			.toList(), "center-exists");
		assertThat(statuses).filteredOn((status) -> status == 201).hasSize(1);
	}

	@Test
	void leavesItToTheDatabaseInTheEnd() {
		insert(true, 1);
		insert(true, 2);
		insert(false, null);
		refuses(true, 1, "consultation_center_place");
		refuses(true, 2, "consultation_center_place");
		refuses(true, 3, "check");
		refuses(true, null, "check");
		refuses(false, 1, "check");
	}

	private void refuses(boolean active, @Nullable Integer place, String why) {
		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> insert(active, place))
			.withMessageContaining(why);
	}

	private void insert(boolean active, @Nullable Integer place) {
		this.jdbc.sql("""
				insert into consultation_center (id, consortium_id, organization_id, organization_name,
					organization_tier, organization_region_code, introduction, specialties, active, place, created_at,
					updated_at, version)
				values (gen_random_uuid(), :consortium, gen_random_uuid(), '医院', 'COUNTY', '500229001', '', '{}',
					:active, cast(:place as smallint), now(), now(), 1)""")
			.param("consortium", this.county.consortium)
			.param("active", active)
			.param("place", place)
			.update();
	}

	private Place hospital(int number) {
		Place place = this.county.place("医院" + number, Tier.COUNTY, "500229001");
		PeerServices.add(this.peers, place);
		return place;
	}

	private static List<Integer> atOnce(List<Callable<Answer>> calls, String refusal) throws Exception {
		List<Integer> statuses = new ArrayList<>();
		try (ExecutorService threads = Executors.newFixedThreadPool(MANY)) {
			for (Future<Answer> answer : threads.invokeAll(calls)) {
				if (answer.get().status() == 409) {
					answer.get().is(409, refusal);
				}
				statuses.add(answer.get().status());
			}
		}
		return statuses;
	}

	private Answer make(Place place) {
		return this.county.administrator().post(CENTERS, this.county.centerRequest(place));
	}

	private Answer activate(Answer center, Place place) {
		return this.county.administrator()
			.put(CENTERS + "/" + center.text("id"), "*", this.county.centerRequest(place));
	}

	private int active() {
		return this.county.administrator().get(CENTERS + "?active=true").is(200).body().path("total").asInt();
	}

}

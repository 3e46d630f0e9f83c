package cn.yigongti.referral.hisevent;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import cn.yigongti.platform.test.Calls;
import cn.yigongti.platform.test.PeerServer;
import cn.yigongti.referral.County;
import cn.yigongti.referral.ReferralServiceTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sends the same events, nonsense among them, in several orders to as many referrals, and
 * compares the ends.
 */
@ReferralServiceTest
class AnyOrderTests {

	private static final List<String> TYPES = List.of("OUTPATIENT_VISITED", "OUTPATIENT_COMPLETED", "ADMITTED",
			"ADMISSION_CANCELLED", "DISCHARGED", "DISCHARGE_CANCELLED", "RETURNED");

	private static final int EVENTS = 8;

	private static final int ORDERS = 4;

	private final RestTestClient http;

	private final PeerServer peers;

	AnyOrderTests(RestTestClient http, PeerServer peers) {
		this.http = http;
		this.peers = peers;
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 })
	void endsTheSameInWhateverOrderEventsArrive(long seed) {
		County county = County.related(this.http, this.peers);
		Random random = new Random(seed);
		List<ObjectNode> events = randomEvents(county, random);
		List<String> ends = new ArrayList<>();
		for (int order = 0; order < ORDERS; order++) {
			ends.add(end(county, events));
			Collections.shuffle(events, random);
		}
		assertThat(ends).allMatch((end) -> end.equals(ends.getFirst()));
	}

	private static List<ObjectNode> randomEvents(County county, Random random) {
		Instant start = Instant.now().minus(Duration.ofDays(2));
		List<ObjectNode> events = new ArrayList<>();
		for (int i = 0; i < EVENTS; i++) {
			String type = TYPES.get(random.nextInt(TYPES.size()));
			ObjectNode event = county.event(type, start.plus(Duration.ofHours(random.nextInt(12))));
			event.put("inpatientNumber", "ZY" + i).put("outpatientNumber", "MZ" + i);
			events.add(event);
		}
		return events;
	}

	private static String end(County county, List<ObjectNode> events) {
		String id = county.importer().post("/api/v1/referrals", county.history(3)).is(201).text("id");
		Calls his = county.peoplesHis();
		String source = UUID.randomUUID().toString();
		events.forEach((event) -> assertThat(
				his.post("/api/v1/referrals/" + id + "/events", event.deepCopy().put("source", source)).status())
			.isIn(200, 202, 409));
		JsonNode referral = his.get("/api/v1/referrals/" + id).body();
		StringBuilder end = new StringBuilder();
		for (String field : List.of("status", "outpatientNumber", "visitedAt", "outpatientDiagnosis",
				"inpatientDepartment", "inpatientNumber", "admittedAt", "dischargedAt")) {
			end.append(field).append('=').append(referral.path(field)).append(' ');
		}
		his.get("/api/v1/referrals/" + id + "/history")
			.body()
			.path("items")
			.valueStream()
			.forEach((move) -> end.append(move.path("from"))
				.append(move.path("to"))
				.append(move.path("kind").asString().equals("MOVE") ? move.path("occurredAt") : "")
				.append(move.path("event").path("eventId")));
		return end.toString();
	}

}

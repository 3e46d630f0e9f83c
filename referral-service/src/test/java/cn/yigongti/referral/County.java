package cn.yigongti.referral;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import cn.yigongti.platform.test.Calls;
import cn.yigongti.platform.test.PeerServer;
import cn.yigongti.platform.test.TestTokens;
import cn.yigongti.referral.PeerServices.Place;
import cn.yigongti.referral.directory.Tier;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.test.web.servlet.client.RestTestClient;

/**
 * A small county of its own for each test, known to the peers: a people's hospital and a
 * TCM hospital, a township centre and a village clinic, and callers of all kinds.
 */
public final class County {

	private static final String[] DOCTOR = { "organization:read", "referral-relation:read", "referral:read",
			"referral:write" };

	private static final AtomicInteger PATIENTS = new AtomicInteger();

	private final RestTestClient http;

	private final PeerServer peers;

	public final UUID consortium = UUID.randomUUID();

	public final Place peoples = place("县人民医院", Tier.COUNTY, "500229001");

	public final Place tcm = place("县中医院", Tier.COUNTY, "500229002");

	public final Place township = place("临江镇卫生院", Tier.TOWNSHIP, "500229101");

	public final Place village = place("梨树村卫生室", Tier.VILLAGE, "500229101201");

	private final UUID peoplesDoctor = UUID.randomUUID();

	private final UUID townshipDoctor = UUID.randomUUID();

	private County(RestTestClient http, PeerServer peers) {
		this.http = http;
		this.peers = peers;
	}

	/** A county without any relation. */
	public static County unrelated(RestTestClient http, PeerServer peers) {
		County county = new County(http, peers);
		List<Place> members = List.of(county.peoples, county.tcm, county.township, county.village);
		members.forEach((member) -> PeerServices.add(peers, member));
		PeerServices.consortium(peers, county.consortium, 7, members);
		PeerServices.doctor(peers, county.peoplesDoctor, "王主任", county.peoples.id(), true);
		PeerServices.doctor(peers, county.townshipDoctor, "李刚", county.township.id(), true);
		return county;
	}

	/** A county in which everybody may refer to the people's hospital and back. */
	public static County related(RestTestClient http, PeerServer peers) {
		County county = unrelated(http, peers);
		county.administrator()
			.post("/api/v1/referral-relations/auto-configurations",
					JsonMapper.shared().createObjectNode().put("organizationId", county.peoples.id().toString()))
			.is(200);
		return county;
	}

	private Place place(String name, Tier tier, String regionCode) {
		return new Place(UUID.randomUUID(), name, tier, regionCode, this.consortium, "ACTIVE");
	}

	public Calls administrator() {
		return as(TestTokens.user()
			.of(this.peoples.id())
			.in(this.consortium)
			.mayInConsortium(this.consortium, "referral-relation:read", "referral-relation:write", "referral:read",
					"referral:write", "referral-event:write"));
	}

	/** Brings the history of the whole county along. */
	public Calls importer() {
		return as(TestTokens.client("importer")
			.mayInConsortium(this.consortium, "referral:read", "referral:write", "referral:import",
					"referral-event:write"));
	}

	public Calls townshipDoctor() {
		return doctor(this.townshipDoctor, this.township);
	}

	public Calls peoplesDoctor() {
		return doctor(this.peoplesDoctor, this.peoples);
	}

	public Calls doctor(UUID id, Place place) {
		return as(TestTokens.user(id).of(place.id()).in(this.consortium).mayInOrganization(place.id(), DOCTOR));
	}

	public Calls villageDoctor() {
		return doctor(UUID.randomUUID(), this.village);
	}

	public Calls stranger() {
		return as(TestTokens.user()
			.of(UUID.randomUUID())
			.mayInConsortium(UUID.randomUUID(), "referral:read", "referral:write", "referral:import",
					"referral-event:write", "referral-relation:read", "referral-relation:write", "referral:unmask"));
	}

	/** The hospital system of the receiver. */
	public Calls peoplesHis() {
		return his(this.peoples);
	}

	public Calls his(Place place) {
		return as(TestTokens.client("his")
			.of(place.id())
			.mayInOrganization(place.id(), "referral:read", "referral-event:write"));
	}

	public Calls as(TestTokens caller) {
		return new Calls(this.http, caller);
	}

	public void doctorAt(Place place, UUID id, boolean active) {
		PeerServices.doctor(this.peers, id, "某医生", place.id(), active);
	}

	/**
	 * The doctor's HIS says that they have gone to another place, of which nobody has
	 * heard yet.
	 */
	public void hasGone(UUID doctor, Place place) {
		PeerServices.presence(this.peers, doctor, place.id(), true);
	}

	public UUID townshipDoctorId() {
		return this.townshipDoctor;
	}

	/** An application of the township for a patient of its own. */
	public ObjectNode application() {
		ObjectNode application = JsonMapper.shared().createObjectNode();
		application.put("targetId", this.peoples.id().toString())
			.put("type", "UP")
			.put("department", "呼吸内科")
			.put("advice", "建议住院治疗")
			.put("reason", "本院条件有限")
			.put("appointmentAt", Instant.now().plus(Duration.ofHours(2)).truncatedTo(ChronoUnit.SECONDS).toString());
		application.putObject("diagnosis").put("code", "J20.900").put("text", "急性支气管炎");
		application.putObject("patient").put("name", "张三丰").put("idNumber", newIdNumber()).put("phone", "13800000001");
		return application;
	}

	/** The same as history, applied for some days ago. */
	public ObjectNode history(int daysAgo) {
		Instant applied = Instant.now().minus(Duration.ofDays(daysAgo)).truncatedTo(ChronoUnit.SECONDS);
		return application().put("sourceId", this.township.id().toString())
			.put("doctorId", this.townshipDoctor.toString())
			.put("appliedAt", applied.toString())
			.put("appointmentAt", applied.plus(Duration.ofHours(2)).toString());
	}

	/** Id of a referral just applied for by the township. */
	public String applied() {
		return townshipDoctor().post("/api/v1/referrals", application()).is(201).text("id");
	}

	public static String newIdNumber() {
		String body = "50022919900101" + "%03d".formatted(PATIENTS.incrementAndGet() % 1000);
		int day = 1 + PATIENTS.get() / 1000 % 28;
		body = body.substring(0, 12) + "%02d".formatted(day) + body.substring(14);
		int[] weights = { 7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2 };
		int sum = 0;
		for (int i = 0; i < weights.length; i++) {
			sum += weights[i] * (body.charAt(i) - '0');
		}
		return body + "10X98765432".charAt(sum % 11);
	}

	public ObjectNode event(String type, Instant occurredAt) {
		ObjectNode event = JsonMapper.shared()
			.createObjectNode()
			.put("source", "his")
			.put("eventId", UUID.randomUUID().toString())
			.put("type", type)
			.put("occurredAt", occurredAt.toString());
		switch (type) {
			case "OUTPATIENT_VISITED" -> event.put("outpatientNumber", "MZ1");
			case "OUTPATIENT_COMPLETED" -> event.putObject("diagnosis").put("code", "J18.900").put("text", "肺炎");
			case "ADMITTED" -> event.put("inpatientNumber", "ZY1").put("department", "呼吸内科一病区");
			default -> {
			}
		}
		return event;
	}

}

package cn.yigongti.consultation;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import cn.yigongti.consultation.PeerServices.Place;
import cn.yigongti.consultation.directory.Tier;
import cn.yigongti.platform.test.Calls;
import cn.yigongti.platform.test.PeerServer;
import cn.yigongti.platform.test.TestTokens;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.test.web.servlet.client.RestTestClient;

/**
 * A small county of its own for each test, known to the peers: a people's hospital and a
 * TCM hospital, a township centre and a village clinic, and callers of all kinds.
 */
public final class County {

	private static final String CENTERS = "/api/v1/consultation-centers";

	private static final String[] DOCTOR = { "organization:read", "consultation-center:read",
			"consultation-relation:read", "consultation:read", "consultation:write" };

	private static final String[] EVERYTHING = { "consultation-center:read", "consultation-center:write",
			"consultation-relation:read", "consultation-relation:write", "consultation:read", "consultation:write",
			"consultation:import", "consultation:export", "consultation:unmask" };

	private static final AtomicInteger PATIENTS = new AtomicInteger();

	private final RestTestClient http;

	private final PeerServer peers;

	public final UUID consortium = UUID.randomUUID();

	public final Place peoples = place("县人民医院", Tier.COUNTY, "500229001");

	public final Place tcm = place("县中医院", Tier.COUNTY, "500229002");

	public final Place township = place("临江镇卫生院", Tier.TOWNSHIP, "500229101");

	public final Place village = place("梨树村卫生室", Tier.VILLAGE, "500229101201");

	private final UUID peoplesDoctor = UUID.randomUUID();

	private final UUID secondPeoplesDoctor = UUID.randomUUID();

	private final UUID tcmDoctor = UUID.randomUUID();

	private final UUID townshipDoctor = UUID.randomUUID();

	private County(RestTestClient http, PeerServer peers) {
		this.http = http;
		this.peers = peers;
	}

	/** A county without any centre or relation. */
	public static County unrelated(RestTestClient http, PeerServer peers) {
		County county = new County(http, peers);
		List<Place> members = List.of(county.peoples, county.tcm, county.township, county.village);
		members.forEach((member) -> PeerServices.add(peers, member));
		PeerServices.consortium(peers, county.consortium, members);
		PeerServices.doctor(peers, county.peoplesDoctor, "王主任", county.peoples.id(), true);
		PeerServices.doctor(peers, county.secondPeoplesDoctor, "赵主任", county.peoples.id(), true);
		PeerServices.doctor(peers, county.tcmDoctor, "孙主任", county.tcm.id(), true);
		PeerServices.doctor(peers, county.townshipDoctor, "李刚", county.township.id(), true);
		return county;
	}

	/**
	 * Makes the people's hospital a centre, which the other three may apply to; its id.
	 */
	public UUID related() {
		UUID center = peoplesCenter();
		oneClick(center);
		return center;
	}

	/** Makes the people's hospital, with two reporting doctors, a centre; its id. */
	public UUID peoplesCenter() {
		return center(this.peoples, this.peoplesDoctor, this.secondPeoplesDoctor);
	}

	/** Makes the TCM hospital, with one reporting doctor, a centre; its id. */
	public UUID tcmCenter() {
		return center(this.tcm, this.tcmDoctor);
	}

	private UUID center(Place place, UUID... doctors) {
		return UUID.fromString(
				administrator().post(CENTERS, centerRequest(place, doctors).put("active", true)).is(201).text("id"));
	}

	/** What makes a place a centre. */
	public ObjectNode centerRequest(Place place, UUID... doctors) {
		ObjectNode request = JsonMapper.shared().createObjectNode();
		request.put("consortiumId", this.consortium.toString())
			.put("organizationId", place.id().toString())
			.put("introduction", place.name() + "远程会诊中心");
		request.putArray("specialties").add("医学影像").add("心电诊断");
		Stream.of(doctors).map(UUID::toString).forEach(request.putArray("reportingDoctorIds")::add);
		return request;
	}

	/** What a doctor of the township asks a centre about a patient of their own. */
	public ObjectNode application(UUID center) {
		ObjectNode application = JsonMapper.shared().createObjectNode();
		application.put("centerId", center.toString())
			.put("type", "IMAGING")
			.put("urgency", "ROUTINE")
			.put("department", "影像科")
			.put("purpose", "请会诊胸部 CT")
			.put("clinicalSummary", "咳嗽、咳痰三天，右下肺感染");
		application.putObject("diagnosis").put("code", "J18.900").put("text", "肺部感染");
		application.putObject("patient").put("name", "张三丰").put("idNumber", newIdNumber()).put("phone", "13800000001");
		return application;
	}

	/** The same as history, submitted some days ago. */
	public ObjectNode history(UUID center, int daysAgo) {
		Instant submitted = Instant.now().minus(Duration.ofDays(daysAgo)).truncatedTo(ChronoUnit.SECONDS);
		return application(center).put("applicantId", this.township.id().toString())
			.put("applicantDoctorId", this.townshipDoctor.toString())
			.put("submittedAt", submitted.toString());
	}

	/** Id of a consultation just applied for by the township. */
	public String submitted(UUID center) {
		return townshipDoctor().post("/api/v1/consultations", application(center)).is(201).text("id");
	}

	/** Id of one that the centre has taken on. */
	public String accepted(UUID center) {
		String id = submitted(center);
		peoplesDoctor().post("/api/v1/consultations/" + id + "/acceptance", Map.of()).is(200);
		return id;
	}

	/** What a doctor writes. */
	public ObjectNode report() {
		return JsonMapper.shared()
			.createObjectNode()
			.put("findings", "右下肺见斑片状高密度影")
			.put("opinion", "右下肺炎症")
			.put("advice", "抗感染治疗后复查")
			.put("criticalValue", false);
	}

	public Calls.Answer oneClick(UUID... centers) {
		return administrator().post("/api/v1/consultation-relations/auto-configurations",
				Map.of("consortiumId", this.consortium, "centerIds", List.of(centers)));
	}

	public Place place(String name, Tier tier, String regionCode) {
		return new Place(UUID.randomUUID(), name, tier, regionCode, this.consortium, "ACTIVE");
	}

	public Calls administrator() {
		return as(TestTokens.user()
			.of(this.peoples.id())
			.in(this.consortium)
			.mayInConsortium(this.consortium, EVERYTHING));
	}

	/** Brings the history of the whole county along. */
	public Calls importer() {
		return as(TestTokens.client("importer")
			.mayInConsortium(this.consortium, "consultation:read", "consultation:write", "consultation:import"));
	}

	public Calls townshipDoctor() {
		return doctor(this.townshipDoctor, this.township);
	}

	/** The first of the two who report at the people's hospital. */
	public Calls peoplesDoctor() {
		return doctor(this.peoplesDoctor, this.peoples);
	}

	/** The second of the two who report at the people's hospital. */
	public Calls secondPeoplesDoctor() {
		return doctor(this.secondPeoplesDoctor, this.peoples);
	}

	public Calls tcmDoctor() {
		return doctor(this.tcmDoctor, this.tcm);
	}

	public Calls villageDoctor() {
		return doctor(UUID.randomUUID(), this.village);
	}

	public Calls doctor(UUID id, Place place) {
		return as(TestTokens.user(id).of(place.id()).in(this.consortium).mayInOrganization(place.id(), DOCTOR));
	}

	public Calls stranger() {
		return as(TestTokens.user().of(UUID.randomUUID()).mayInConsortium(UUID.randomUUID(), EVERYTHING));
	}

	/** The system of a place. */
	public Calls systemOf(Place place) {
		return as(TestTokens.client("system-of-" + place.id())
			.of(place.id())
			.in(this.consortium)
			.mayInOrganization(place.id(), "consultation:read", "consultation:write"));
	}

	public Calls as(TestTokens caller) {
		return new Calls(this.http, caller);
	}

	/** A doctor there, known to the peers; their id. */
	public UUID doctorAt(Place place, String name, boolean active) {
		UUID id = UUID.randomUUID();
		PeerServices.doctor(this.peers, id, name, place.id(), active);
		return id;
	}

	public UUID peoplesDoctorId() {
		return this.peoplesDoctor;
	}

	public UUID secondPeoplesDoctorId() {
		return this.secondPeoplesDoctor;
	}

	public UUID tcmDoctorId() {
		return this.tcmDoctor;
	}

	public UUID townshipDoctorId() {
		return this.townshipDoctor;
	}

	/** A resident id that no other test has. */
	public static String newIdNumber() {
		int number = PATIENTS.incrementAndGet();
		String body = "500229199001%02d%03d".formatted(1 + number / 1000 % 28, number % 1000);
		int[] weights = { 7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2 };
		int sum = 0;
		for (int i = 0; i < weights.length; i++) {
			sum += weights[i] * (body.charAt(i) - '0');
		}
		return body + "10X98765432".charAt(sum % 11);
	}

}

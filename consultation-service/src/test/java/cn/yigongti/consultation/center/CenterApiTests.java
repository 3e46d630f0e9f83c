package cn.yigongti.consultation.center;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import cn.yigongti.consultation.ConsultationServiceTest;
import cn.yigongti.consultation.County;
import cn.yigongti.consultation.PeerServices;
import cn.yigongti.consultation.PeerServices.Place;
import cn.yigongti.consultation.directory.Tier;
import cn.yigongti.consultation.party.Party;
import cn.yigongti.platform.test.Calls;
import cn.yigongti.platform.test.Calls.Answer;
import cn.yigongti.platform.test.CountedStatements;
import cn.yigongti.platform.test.PeerServer;
import cn.yigongti.platform.test.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

@ConsultationServiceTest
class CenterApiTests {

	private static final String CENTERS = "/api/v1/consultation-centers";

	private final RestTestClient http;

	private final PeerServer peers;

	private final JdbcClient jdbc;

	private final Centers centers;

	private County county;

	CenterApiTests(RestTestClient http, PeerServer peers, JdbcClient jdbc, Centers centers) {
		this.http = http;
		this.peers = peers;
		this.jdbc = jdbc;
		this.centers = centers;
		this.county = County.unrelated(http, peers);
	}

	@BeforeEach
	void open() {
		this.county = County.unrelated(this.http, this.peers);
	}

	@Test
	void makesAMemberACentre() {
		Answer made = make(peoples()).is(201);
		String one = CENTERS + "/" + made.text("id");
		assertThat(made.headers().getFirst("Location")).isEqualTo(one);
		assertThat(made.etag()).isEqualTo("\"1\"");
		assertThat(made.text("organizationName")).isEqualTo("县人民医院");
		assertThat(made.text("organizationTier")).isEqualTo("COUNTY");
		assertThat(made.body().path("active").asBoolean()).isTrue();
		assertThat(made.body().path("specialties").valueStream().map(JsonNode::asString)).containsExactly("医学影像",
				"心电诊断");
		assertThat(made.body().path("reportingDoctors").valueStream().map((doctor) -> doctor.path("name").asString()))
			.containsExactly("王主任", "赵主任");
		Answer read = this.county.administrator().get(one).is(200);
		assertThat(read.body()).isEqualTo(made.body());
		assertThat(read.etag()).isEqualTo(made.etag());
		assertThat(list("").path("items").get(0)).isEqualTo(made.body());
	}

	@Test
	void keepsDoctorsInTheOrderGiven() {
		List<UUID> doctors = IntStream.range(0, 50)
			.mapToObj((i) -> this.county.doctorAt(this.county.peoples, "医生" + i, true))
			.toList();
		Answer made = make(this.county.centerRequest(this.county.peoples, doctors.toArray(UUID[]::new))).is(201);
		assertThat(ids(made)).isEqualTo(doctors);
		assertThat(ids(this.county.administrator().get(CENTERS + "/" + made.text("id")))).isEqualTo(doctors);
		assertThat(ids(new Answer(200, list("").path("items").get(0), made.headers()))).isEqualTo(doctors);
	}

	@Test
	void refusesEachWhoIsNoDoctorThere() {
		UUID inactive = this.county.doctorAt(this.county.peoples, "离职医生", false);
		UUID gone = this.county.doctorAt(this.county.peoples, "调走医生", true);
		PeerServices.presence(this.peers, gone, this.county.tcm.id(), true);
		UUID nurse = UUID.randomUUID();
		PeerServices.staff(this.peers, nurse, "护士", "NURSE", this.county.peoples.id(), true);
		Answer refused = make(this.county.centerRequest(this.county.peoples, this.county.peoplesDoctorId(), inactive,
				UUID.randomUUID(), this.county.tcmDoctorId(), gone, nurse))
			.is(422, "invalid");
		refused.blames("/reportingDoctorIds/1", "inactive")
			.blames("/reportingDoctorIds/2", "not-a-doctor-of-the-center")
			.blames("/reportingDoctorIds/3", "not-a-doctor-of-the-center")
			.blames("/reportingDoctorIds/4", "not-a-doctor-of-the-center")
			.blames("/reportingDoctorIds/5", "not-a-doctor-of-the-center");
		assertThat(refused.body().path("errors")).hasSize(5);
		assertThat(refused.body().path("errors").valueStream())
			.allMatch((error) -> !error.path("detail").asString().equals(error.path("code").asString()));
		assertThat(total("")).isZero();
	}

	@Test
	void refusesWhatIsGivenTwice() {
		make(this.county.centerRequest(this.county.peoples, this.county.peoplesDoctorId(),
				this.county.secondPeoplesDoctorId(), this.county.peoplesDoctorId()))
			.is(422, "invalid")
			.blames("/reportingDoctorIds/2", "repeated");
		ObjectNode specialties = peoples();
		((ArrayNode) specialties.path("specialties")).add(" 心电诊断 ");
		make(specialties).is(422, "invalid").blames("/specialties/2", "repeated");
	}

	@Test
	void refusesTooMuch() {
		ObjectNode doctors = peoples();
		Stream.generate(UUID::randomUUID)
			.limit(49)
			.forEach((id) -> ((ArrayNode) doctors.path("reportingDoctorIds")).add(id.toString()));
		make(doctors).is(422, "invalid").blames("/reportingDoctorIds", "size");
		ObjectNode specialties = peoples();
		IntStream.range(0, 29).forEach((i) -> ((ArrayNode) specialties.path("specialties")).add("专业" + i));
		make(specialties).is(422, "invalid").blames("/specialties", "size");
		ObjectNode lines = peoples();
		((ArrayNode) lines.path("specialties")).add("心电\n诊断");
		make(lines).is(422, "invalid").blames("/specialties/2", "control-character");
		make(peoples().put("introduction", "字".repeat(4001))).is(422, "invalid").blames("/introduction", "size");
		make(peoples().put("introduction", "字".repeat(4000))).is(201);
	}

	@ParameterizedTest
	@CsvSource({ "consortiumId, not-null", "organizationId, not-null", "introduction, not-blank",
			"specialties, not-null", "reportingDoctorIds, not-null" })
	void wantsEveryFieldButActive(String field, String code) {
		ObjectNode request = peoples();
		request.remove(field);
		make(request).is(422, "invalid").blames("/" + field, code);
	}

	@Test
	void refusesAnOrganizationThatIsNoActiveMember() {
		Place closed = new Place(UUID.randomUUID(), "已关闭医院", Tier.COUNTY, "500229009", this.county.consortium,
				"CLOSED");
		PeerServices.add(this.peers, closed);
		make(this.county.centerRequest(closed)).is(422, "invalid").blames("/organizationId", "organization-closed");
		this.county.as(TestTokens.user().mayEverywhere("consultation-center:write"))
			.post(CENTERS, peoples().put("consortiumId", UUID.randomUUID().toString()))
			.is(422, "invalid")
			.blames("/organizationId", "not-a-member");
	}

	@Test
	void refusesASecondCentreOfTheSameOrganization() {
		Answer made = make(peoples()).is(201);
		make(peoples()).is(409, "center-exists");
		change(made, peoples().put("active", false)).is(200);
		make(peoples().put("active", false)).is(409, "center-exists");
	}

	@Test
	void makesOneCentreOfARequestSentTwice() {
		Map<String, String> key = Map.of("Idempotency-Key", "center-" + this.county.consortium);
		Calls administrator = this.county.administrator();
		Answer first = administrator.call(HttpMethod.POST, CENTERS, peoples(), key).is(201);
		Answer second = administrator.call(HttpMethod.POST, CENTERS, peoples(), key).is(201);
		assertThat(second.text("id")).isEqualTo(first.text("id"));
		assertThat(total("")).isOne();
	}

	@Test
	void changesWhatTheCentreSaysOfItself() {
		Answer made = make(peoples()).is(201);
		ObjectNode other = this.county.centerRequest(this.county.peoples, this.county.secondPeoplesDoctorId())
			.put("introduction", "新简介");
		((ArrayNode) other.path("specialties")).removeAll().add("病理");
		Answer changed = change(made, other).is(200);
		assertThat(changed.text("introduction")).isEqualTo("新简介");
		assertThat(changed.body().path("specialties")).hasSize(1);
		assertThat(ids(changed)).containsExactly(this.county.secondPeoplesDoctorId());
		assertThat(changed.etag()).isNotEqualTo(made.etag());
		assertThat(this.county.administrator().get(CENTERS + "/" + made.text("id")).body()).isEqualTo(changed.body());
		change(made, peoples()).is(412, "stale-version");
		this.county.administrator()
			.call(HttpMethod.PUT, CENTERS + "/" + made.text("id"), peoples(), Map.of())
			.is(428, "version-required");
	}

	@Test
	void neverMovesACentre() {
		Answer made = make(peoples()).is(201);
		change(made,
				peoples().put("consortiumId", UUID.randomUUID().toString())
					.put("organizationId", this.county.tcm.id().toString()))
			.is(422, "invalid")
			.blames("/consortiumId", "unchangeable")
			.blames("/organizationId", "unchangeable");
	}

	@Test
	void endsACentreWhoseHospitalHasClosedButDoesNotOpenItAgain() {
		Place closed = new Place(UUID.randomUUID(), "已关闭医院", Tier.COUNTY, "500229009", this.county.consortium,
				"CLOSED");
		PeerServices.add(this.peers, closed);
		UUID gone = this.county.doctorAt(closed, "离职医生", false);
		ConsultationCenter standing = this.centers.save(ConsultationCenter.made(this.county.consortium,
				new Party(closed.id(), closed.name(), closed.tier(), closed.consortium(), closed.regionCode()),
				new Profile("简介", List.of(), List.of(new ReportingDoctor(gone, "离职医生"))), 1, Instant.now()));
		String one = CENTERS + "/" + standing.id();
		ObjectNode active = this.county.centerRequest(closed, gone);
		ObjectNode inactive = active.deepCopy().put("active", false);
		this.county.administrator()
			.put(one, "*", active)
			.is(422, "invalid")
			.blames("/organizationId", "organization-closed");
		Answer ended = this.county.administrator().put(one, "*", inactive).is(200);
		assertThat(ended.body().path("active").asBoolean()).isFalse();
		assertThat(ids(ended)).containsExactly(gone);
		this.county.administrator()
			.put(one, "*", this.county.centerRequest(closed, gone, this.county.tcmDoctorId()).put("active", false))
			.is(422, "invalid")
			.blames("/reportingDoctorIds/1", "not-a-doctor-of-the-center");
	}

	@Test
	void asksForDoctorsInTheTraceOfTheRequest() {
		String trace = UUID.randomUUID().toString().replace("-", "");
		this.county.administrator()
			.call(HttpMethod.POST, CENTERS, peoples(), Map.of("traceparent", "00-" + trace + "-b7ad6b7169203331-01"))
			.is(201);
		this.peers
			.verify(getRequestedFor(urlPathEqualTo("/api/v1/users/" + this.county.peoplesDoctorId() + "/presence"))
				.withHeader("traceparent", containing(trace)));
	}

	@Test
	void leavesNothingHalfDoneWhenTheIamServiceIsDown() {
		UUID unknown = UUID.randomUUID();
		PeerServices.down(this.peers, "/api/v1/users/" + unknown + "/presence");
		make(this.county.centerRequest(this.county.peoples, this.county.peoplesDoctorId(), unknown)).is(503,
				"dependency-unavailable");
		assertThat(total("")).isZero();
	}

	@Test
	void filtersAndPages() {
		Answer peoples = make(peoples()).is(201);
		Answer tcm = make(this.county.centerRequest(this.county.tcm, this.county.tcmDoctorId())).is(201);
		change(peoples, peoples().put("active", false)).is(200);
		assertThat(total("?organizationId=" + this.county.tcm.id())).isOne();
		assertThat(total("?consortiumId=" + this.county.consortium)).isEqualTo(2);
		assertThat(total("?consortiumId=" + UUID.randomUUID())).isZero();
		assertThat(list("?active=true").path("items").get(0).path("id").asString()).isEqualTo(tcm.text("id"));
		assertThat(list("?active=false").path("items").get(0).path("id").asString()).isEqualTo(peoples.text("id"));
		JsonNode first = list("?limit=1&sort=createdAt");
		assertThat(first.path("items").get(0).path("id").asString()).isEqualTo(peoples.text("id"));
		JsonNode second = list("?limit=1&sort=createdAt&cursor=" + first.path("nextCursor").asString());
		assertThat(second.path("items").get(0).path("id").asString()).isEqualTo(tcm.text("id"));
		assertThat(second.path("nextCursor").isNull()).isTrue();
		this.county.administrator().get(CENTERS + "?consortium=1").is(400, "unknown-parameter");
	}

	@Test
	void readsAPageWithAllDoctorsInOneStatement() {
		make(peoples()).is(201);
		make(this.county.centerRequest(this.county.tcm, this.county.tcmDoctorId())).is(201);
		try (CountedStatements statements = new CountedStatements()) {
			assertThat(statements.of(() -> assertThat(total("")).isEqualTo(2))).isOne();
		}
	}

	@Test
	void showsACentreToItsOwnPeopleAndToThoseWhoMayApplyToIt() {
		UUID center = this.county.peoplesCenter();
		Calls region = this.county.as(TestTokens.user().mayInRegion("500229101", "consultation-center:read"));
		String one = CENTERS + "/" + center;
		this.county.peoplesDoctor().get(one).is(200);
		this.county.townshipDoctor().get(one).is(404, "not-found");
		this.county.oneClick(center).is(200);
		this.county.townshipDoctor().get(one).is(200);
		region.get(one).is(200);
		assertThat(this.county.townshipDoctor().get(CENTERS).body().path("total").asInt()).isOne();
		assertThat(this.county.townshipDoctor()
			.get(CENTERS + "?organizationId=" + this.county.peoples.id())
			.body()
			.path("items")).hasSize(1);
		this.county.stranger().get(one).is(404, "not-found");
		assertThat(this.county.stranger().get(CENTERS).is(200).body().path("total").asInt()).isZero();
	}

	@Test
	void letsNobodyWriteOutOfScope() {
		this.county.stranger().post(CENTERS, peoples()).is(404, "not-found");
		make(this.county.centerRequest(
				new Place(UUID.randomUUID(), "不存在", Tier.COUNTY, "500229001", this.county.consortium, "ACTIVE")))
			.is(404, "not-found");
		Answer made = make(peoples()).is(201);
		this.county.oneClick(UUID.fromString(made.text("id"))).is(200);
		String one = CENTERS + "/" + made.text("id");
		this.county.stranger().put(one, made.etag(), peoples()).is(404, "not-found");
		this.county
			.as(TestTokens.user()
				.mayInOrganization(this.county.township.id(), "consultation-center:read", "consultation-center:write"))
			.put(one, made.etag(), peoples())
			.is(404, "not-found");
		this.county.administrator().put(CENTERS + "/" + UUID.randomUUID(), "*", peoples()).is(404, "not-found");
	}

	@Test
	void recordsWhoMadeAndChangedIt() {
		Answer made = make(peoples()).is(201);
		change(made, peoples().put("introduction", "新")).is(200);
		change(made, peoples()).is(412, "stale-version");
		assertThat(this.jdbc.sql("select action from audit_event where resource_id = ? order by at, id")
			.param(made.text("id"))
			.query(String.class)
			.list()).containsExactly("consultation-center:create", "consultation-center:change");
	}

	private ObjectNode peoples() {
		return this.county.centerRequest(this.county.peoples, this.county.peoplesDoctorId(),
				this.county.secondPeoplesDoctorId());
	}

	private Answer make(ObjectNode request) {
		return this.county.administrator().post(CENTERS, request);
	}

	private Answer change(Answer current, ObjectNode request) {
		return this.county.administrator().put(CENTERS + "/" + current.text("id"), current.etag(), request);
	}

	private JsonNode list(String query) {
		return this.county.administrator().get(CENTERS + query).is(200).body();
	}

	private int total(String query) {
		return list(query).path("total").asInt();
	}

	private static List<UUID> ids(Answer center) {
		return center.body()
			.path("reportingDoctorIds")
			.valueStream()
			.map((id) -> UUID.fromString(id.asString()))
			.toList();
	}

}

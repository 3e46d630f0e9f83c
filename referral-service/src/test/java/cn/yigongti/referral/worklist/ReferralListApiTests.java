package cn.yigongti.referral.worklist;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import cn.yigongti.platform.test.Calls;
import cn.yigongti.platform.test.Calls.Answer;
import cn.yigongti.platform.test.PeerServer;
import cn.yigongti.platform.test.TestTokens;
import cn.yigongti.referral.County;
import cn.yigongti.referral.ReferralServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@ReferralServiceTest
class ReferralListApiTests {

	private static final String REFERRALS = "/api/v1/referrals";

	private final RestTestClient http;

	private final PeerServer peers;

	private County county;

	ReferralListApiTests(RestTestClient http, PeerServer peers) {
		this.http = http;
		this.peers = peers;
		this.county = County.unrelated(http, peers);
	}

	@BeforeEach
	void open() {
		this.county = County.related(this.http, this.peers);
	}

	@Test
	void showsTheColumnsOfTheReferralCentre() {
		String id = this.county.applied();
		Instant now = Instant.now();
		Calls his = this.county.peoplesHis();
		his.post(REFERRALS + "/" + id + "/events", this.county.event("OUTPATIENT_VISITED", now)).is(200);
		his.post(REFERRALS + "/" + id + "/events", this.county.event("OUTPATIENT_COMPLETED", now)).is(200);
		his.post(REFERRALS + "/" + id + "/events", this.county.event("ADMITTED", now)).is(200);
		JsonNode row = list(this.county.peoplesDoctor(), "").path("items").get(0);
		for (String column : List.of("appliedAt", "appointmentAt", "sourceName", "doctorDepartment", "doctorName",
				"advice", "patient", "targetName", "department", "outpatientNumber", "visitedAt", "outpatientDiagnosis",
				"inpatientDepartment", "inpatientNumber", "status", "type")) {
			assertThat(row.has(column)).as(column).isTrue();
		}
		assertThat(row.path("patient").path("name").asString()).isEqualTo("张**");
	}

	@Test
	void showsEachCallerWhatTheirScopeCovers() {
		this.county.applied();
		Calls region = this.county.as(TestTokens.user().mayInRegion("500229101", "referral:read"));
		Calls elsewhere = this.county.as(TestTokens.user().mayInRegion("510", "referral:read"));
		assertThat(total(this.county.townshipDoctor(), "")).isOne();
		assertThat(total(this.county.peoplesDoctor(), "")).isOne();
		assertThat(total(this.county.administrator(), "")).isOne();
		assertThat(total(this.county.villageDoctor(), "")).isZero();
		assertThat(total(this.county.stranger(), "")).isZero();
		String here = "?sourceId=" + this.county.township.id();
		assertThat(total(region, here)).isOne();
		assertThat(total(elsewhere, here)).isZero();
		Calls all = this.county.as(TestTokens.user().mayEverywhere("referral:read"));
		assertThat(total(all, here)).isOne();
		Calls province = this.county.as(TestTokens.user().mayInRegion("50", "referral:read"));
		assertThat(total(province, here)).isOne();
	}

	@Test
	void countsARowOnceThoughBothItsSidesAreInScope() {
		this.county.applied();
		Calls both = this.county.as(TestTokens.user()
			.mayInOrganization(this.county.township.id(), "referral:read")
			.mayInOrganization(this.county.peoples.id(), "referral:read")
			.mayInConsortium(this.county.consortium, "referral:read")
			.mayInRegion("500229", "referral:read"));
		JsonNode page = list(both, "?sourceId=" + this.county.township.id());
		assertThat(page.path("total").asInt()).isOne();
		assertThat(page.path("items")).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource({ "type=UP, 2", "type=DOWN, 0", "status=APPLIED, 1", "status=EXPIRED, 0", "status=ADMITTED, 1",
			"role=source, 2", "role=target, 0", "emergency=true, 1", "emergency=false, 1", "imported=true, 1",
			"imported=false, 1", "q=张三丰, 1", "q=张 三丰, 1", "q=张三, 1", "q=三丰, 1", "q=张丰, 0", "q=张, 0", "q=李四, 1",
			"q=ZY-77, 1", "q=MZ-77, 0", "q=李刚, 2", "q=J20, 1", "q=K35.900, 1", "q=急性, 2", "q=急性阑, 1", "q=%, 0",
			"void=true, 0" })
	void filters(String filter, int found) {
		twoReferrals();
		assertThat(total(this.county.townshipDoctor(), "?" + filter)).isEqualTo(found);
	}

	@Test
	void filtersByTheTimeOfApplication() {
		ObjectNode history = this.county.history(800);
		this.county.importer().post(REFERRALS, history).is(201);
		this.county.applied();
		String day = Instant.parse(history.path("appliedAt").asString())
			.atZone(java.time.ZoneId.of("Asia/Shanghai"))
			.toLocalDate()
			.toString();
		int year = Integer.parseInt(day.substring(0, 4));
		int quarter = (Integer.parseInt(day.substring(5, 7)) + 2) / 3;
		Calls doctor = this.county.townshipDoctor();
		assertThat(total(doctor, "?year=" + year)).isOne();
		assertThat(total(doctor, "?year=%d&quarter=%d".formatted(year, quarter))).isOne();
		assertThat(total(doctor, "?year=%d&quarter=%d".formatted(year, quarter % 4 + 1))).isZero();
		assertThat(total(doctor, "?appliedFrom=%s&appliedTo=%s".formatted(day, day))).isOne();
		assertThat(total(doctor, "?appliedTo=" + history.path("appliedAt").asString())).isZero();
	}

	@Test
	void findsAPatientByTheExactIdNumberInWhateverCase() {
		ObjectNode application = this.county.application();
		this.county.townshipDoctor().post(REFERRALS, application).is(201);
		this.county.applied();
		String idNumber = application.path("patient").path("idNumber").asString();
		assertThat(total(this.county.townshipDoctor(), "?q=" + idNumber.toLowerCase(java.util.Locale.ROOT))).isOne();
		assertThat(total(this.county.townshipDoctor(), "?q=" + idNumber.substring(0, 17))).isZero();
	}

	@ParameterizedTest
	@CsvSource({ "quarter=1, invalid-parameter", "year=2026&quarter=5, invalid-parameter",
			"year=abc, invalid-parameter", "status=NONE, invalid-parameter", "role=both, invalid-parameter",
			"appliedFrom=x, invalid-parameter", "limit=0, invalid-parameter", "limit=201, invalid-parameter",
			"sort=name, invalid-parameter", "cursor=abc, invalid-cursor", "nmae=x, unknown-parameter",
			"sourceId=1, invalid-parameter", "void=perhaps, invalid-parameter" })
	void refusesWhatItDoesNotUnderstand(String query, String code) {
		this.county.townshipDoctor().get(REFERRALS + "?" + query).is(400, code);
	}

	@Test
	void wantsAnOrganizationForARole() {
		this.county.importer()
			.get(REFERRALS + "?role=source")
			.is(400, "invalid-parameter")
			.blames("/role", "no-organization");
	}

	@ParameterizedTest
	@CsvSource({ "-appliedAt", "appliedAt", "appointmentAt", "-appointmentAt", "'-appliedAt,appointmentAt'" })
	void pagesThroughEverythingOnceUnderInserts(String sort) {
		List<String> first = new ArrayList<>();
		for (int day = 1; day <= 7; day++) {
			first.add(this.county.importer().post(REFERRALS, this.county.history(day)).is(201).text("id"));
		}
		List<String> seen = new ArrayList<>();
		String cursor = "";
		do {
			JsonNode page = list(this.county.administrator(), "?limit=2&sort=" + sort + cursor);
			page.path("items").forEach((item) -> seen.add(item.path("id").asString()));
			cursor = page.path("nextCursor").isNull() ? "" : "&cursor=" + page.path("nextCursor").asString();
			if (seen.size() == 2) {
				this.county.importer().post(REFERRALS, this.county.history(sort.startsWith("-") ? 0 : 300)).is(201);
			}
		}
		while (!cursor.isEmpty());
		assertThat(seen).doesNotHaveDuplicates().containsAll(first);
	}

	@Test
	void asksTheDatabaseOnceForAPageHoweverLong() {
		for (int i = 0; i < 5; i++) {
			this.county.applied();
		}
		Calls caller = this.county.administrator();
		Logger logger = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
		ListAppender<ILoggingEvent> statements = new ListAppender<>();
		statements.start();
		logger.setLevel(Level.DEBUG);
		logger.addAppender(statements);
		try {
			assertThat(list(caller, "").path("items")).hasSize(5);
		}
		finally {
			logger.detachAppender(statements);
			logger.setLevel(null);
		}
		assertThat(statements.list).extracting(ILoggingEvent::getFormattedMessage)
			.filteredOn((message) -> message.startsWith("Executing prepared SQL statement"))
			.filteredOn((message) -> !message.contains("audit"))
			.hasSize(1)
			.noneMatch((message) -> message.contains(" offset "));
	}

	private void twoReferrals() {
		this.county.townshipDoctor().post(REFERRALS, this.county.application()).is(201);
		ObjectNode history = this.county.history(3).put("emergency", true);
		((ObjectNode) history.path("patient")).put("name", "李四");
		((ObjectNode) history.path("diagnosis")).put("code", "K35.900").put("text", "急性阑尾炎");
		Answer imported = this.county.importer().post(REFERRALS, history).is(201);
		Instant admitted = Instant.parse(history.path("appliedAt").asString()).plusSeconds(3600);
		this.county.peoplesHis()
			.post(REFERRALS + "/" + imported.text("id") + "/events",
					this.county.event("ADMITTED", admitted).put("inpatientNumber", "ZY-77"))
			.is(200);
	}

	private static JsonNode list(Calls caller, String query) {
		return caller.get(REFERRALS + query).is(200).body();
	}

	private static int total(Calls caller, String query) {
		return list(caller, query).path("total").asInt();
	}

}

package cn.yigongti.referral.patient;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import cn.yigongti.platform.test.Calls;
import cn.yigongti.platform.test.Calls.Answer;
import cn.yigongti.platform.test.DatabaseOwner;
import cn.yigongti.platform.test.PeerServer;
import cn.yigongti.platform.test.TestTokens;
import cn.yigongti.referral.County;
import cn.yigongti.referral.ReferralServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Looks for a patient in everything the service says where nobody has asked for them. */
@ReferralServiceTest
class NothingPersonalLeaksTests {

	private static final String REFERRALS = "/api/v1/referrals";

	private static final String NAME = "尉迟恭俭";

	private static final String PHONE = "13987654321";

	private final RestTestClient http;

	private final PeerServer peers;

	private final JdbcClient owner;

	private final ListAppender<ILoggingEvent> log = new ListAppender<>();

	private final List<Answer> answers = new ArrayList<>();

	private County county;

	private String idNumber = "";

	NothingPersonalLeaksTests(RestTestClient http, PeerServer peers, Environment environment) {
		this.http = http;
		this.peers = peers;
		this.owner = JdbcClient.create(DatabaseOwner.of(environment));
		this.county = County.unrelated(http, peers);
	}

	@BeforeEach
	void open() {
		this.county = County.related(this.http, this.peers);
	}

	@Test
	void neitherInLogsNorInProblemsNorInMaskedAnswers() {
		Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
		this.log.start();
		root.addAppender(this.log);
		try {
			live();
			fail();
			breakDown();
		}
		finally {
			root.detachAppender(this.log);
		}
		assertThat(this.answers).extracting((answer) -> answer.status() + answer.body().toString())
			.allMatch(this::tellsNothing);
		assertThat(this.log.list).isNotEmpty().extracting(NothingPersonalLeaksTests::text).allMatch(this::tellsNothing);
	}

	private void live() {
		Calls doctor = this.county.townshipDoctor();
		String id = note(doctor.post(REFERRALS, application())).is(201).text("id");
		for (String part : List.of("", "/history", "/actions")) {
			note(doctor.get(REFERRALS + "/" + id + part)).is(200);
		}
		for (String q : List.of(NAME, this.idNumber, PHONE)) {
			assertThat(note(doctor.get(REFERRALS + "?q=" + q)).is(200).body().path("total").asInt()).isOne();
		}
		ObjectNode event = this.county.event("OUTPATIENT_VISITED", Instant.now());
		note(this.county.peoplesHis().post(REFERRALS + "/" + id + "/events", event)).is(200);
	}

	private void fail() {
		Calls doctor = this.county.townshipDoctor();
		note(doctor.post(REFERRALS, application(this.idNumber))).is(409, "duplicate-referral");
		note(doctor.post(REFERRALS, application(this.idNumber.substring(0, 17) + "?"))).is(422, "invalid");
		note(doctor.post(REFERRALS, application(this.idNumber + "0"))).is(422);
		ObjectNode noPhone = application();
		((ObjectNode) noPhone.path("patient")).put("phone", PHONE + "9");
		note(doctor.post(REFERRALS, noPhone)).is(422);
		ObjectNode noDate = application();
		((ObjectNode) noDate.path("patient")).put("birthDate", NAME);
		note(doctor.post(REFERRALS, noDate)).is(400);
		ObjectNode extra = application();
		((ObjectNode) extra.path("patient")).put("alias", NAME);
		note(doctor.post(REFERRALS, extra)).is(400);
		note(doctor.post(REFERRALS, "{\"patient\":{\"name\":\"" + NAME + "\",\"phone\":\"" + PHONE + "\"")).is(400);
		note(this.county.stranger().post(REFERRALS, application())).is(404);
		String unmask = REFERRALS + "?unmask=true&q=" + PHONE;
		note(doctor.get(unmask + "&reason=x")).is(403, "permission-missing");
		Calls auditor = this.county
			.as(TestTokens.user().mayInConsortium(this.county.consortium, "referral:read", "referral:unmask"));
		note(auditor.get(unmask)).is(400, "invalid-parameter").blames("/reason", "required");
		note(auditor.get(unmask + "&reason= ")).is(400, "invalid-parameter").blames("/reason", "required");
		note(auditor.get(unmask + "&reason=" + "x".repeat(201))).is(400, "invalid-parameter").blames("/reason", "size");
		Calls elsewhere = this.county.as(TestTokens.user()
			.mayInConsortium(this.county.consortium, "referral:read")
			.mayInOrganization(this.county.village.id(), "referral:unmask"));
		assertThat(note(elsewhere.get(unmask + "&reason=x")).is(200).body().path("total").asInt()).isOne();
	}

	/** An unexpected failure in the middle, with all that the database says about it. */
	private void breakDown() {
		this.owner.sql("alter table referral add constraint nobody check (patient_name = '') not valid").update();
		try {
			note(this.county.townshipDoctor()
				.call(HttpMethod.POST, REFERRALS, application(),
						Map.of("Idempotency-Key", "k-" + this.idNumber.hashCode())))
				.is(500);
		}
		finally {
			this.owner.sql("alter table referral drop constraint nobody").update();
		}
		assertThat(this.log.list).anyMatch((event) -> event.getThrowableProxy() != null);
	}

	private ObjectNode application() {
		return application(County.newIdNumber());
	}

	private ObjectNode application(String idNumber) {
		if (this.idNumber.isEmpty()) {
			this.idNumber = idNumber;
		}
		ObjectNode application = this.county.application();
		((ObjectNode) application.path("patient")).put("name", NAME).put("idNumber", idNumber).put("phone", PHONE);
		return application;
	}

	private Answer note(Answer answer) {
		this.answers.add(answer);
		return answer;
	}

	private boolean tellsNothing(String text) {
		return !text.contains(NAME) && !text.contains(PHONE) && !text.contains(this.idNumber)
				&& !text.contains(this.idNumber.substring(0, 17));
	}

	private static String text(ILoggingEvent event) {
		IThrowableProxy thrown = event.getThrowableProxy();
		return event.getLoggerName() + " " + event.getFormattedMessage() + event.getMDCPropertyMap()
				+ ((thrown != null) ? ThrowableProxyUtil.asString(thrown) : "");
	}

}

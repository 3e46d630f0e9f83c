package cn.yigongti.iam.me;

import java.util.UUID;

import cn.yigongti.iam.testing.Api;
import cn.yigongti.iam.testing.Api.Answer;
import cn.yigongti.iam.testing.ConsoleSession;
import cn.yigongti.iam.testing.County;
import cn.yigongti.iam.testing.County.Place;
import cn.yigongti.iam.testing.IamTest;
import cn.yigongti.iam.testing.People;
import cn.yigongti.iam.testing.People.Person;
import cn.yigongti.platform.caller.ScopeType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@IamTest
class MeTests {

	private final County county;

	private final People people;

	private final int port;

	private final UUID consortium;

	private final Place hospital;

	@Autowired
	MeTests(County county, People people, @LocalServerPort int port) {
		this.county = county;
		this.people = people;
		this.port = port;
		this.consortium = county.consortium("500229");
		this.hospital = county.organization("500229", this.consortium);
	}

	@AfterEach
	void organizationsCanBeAsked() {
		this.county.isUp();
	}

	@Test
	void tellsAPersonWhoTheyAreAndWhatToShowThem() {
		Person doctor = this.people.activated(this.hospital);
		this.people.grant(doctor, "DOCTOR", ScopeType.ORGANIZATION, this.hospital.id().toString());

		JsonNode me = as(doctor).get("/api/v1/me").expect(200).body();

		assertThat(me.path("caller").asString()).isEqualTo("USER");
		assertThat(me.path("user").path("loginName").asString()).isEqualTo(doctor.loginName());
		assertThat(me.path("user").path("mobile").asString()).isEqualTo("138****0001");
		assertThat(me.path("organization").path("id").asString()).isEqualTo(this.hospital.id().toString());
		assertThat(me.path("consortium").path("name").asString()).isEqualTo("医共体");
		assertThat(me.path("roles").path(0).path("name").asString()).isEqualTo("医生");
		assertThat(me.path("roles").path(0).path("scope").asString()).isEqualTo("ORGANIZATION");
		assertThat(me.path("permissions").valueStream().map(JsonNode::asString)).contains("referral:write");
		assertThat(me.path("menus").valueStream().map((menu) -> menu.path("code").asString()))
			.contains("HOME", "REFERRAL")
			.doesNotContain("ACCESS");
	}

	@Test
	void tellsAMachineToo() {
		String token = ConsoleSession
			.json(new ConsoleSession(this.port).post("/oauth2/token", "grant_type", "client_credentials", "client_id",
					"operator", "client_secret", "operator-secret-of-this-test"))
			.path("access_token")
			.asString();

		JsonNode me = new Api(this.port, "Bearer " + token).get("/api/v1/me", "Accept-Language", "en")
			.expect(200)
			.body();

		assertThat(me.path("caller").asString()).isEqualTo("CLIENT");
		assertThat(me.path("client").path("clientId").asString()).isEqualTo("operator");
		assertThat(me.has("user")).isFalse();
		assertThat(me.path("menus").path(0).path("name").asString()).isEqualTo("Home");
	}

	@Test
	void doesNotFailWhileOrgServiceIsDown() {
		Person doctor = this.people.activated(this.hospital);
		this.people.grant(doctor, "DOCTOR", ScopeType.ORGANIZATION, this.hospital.id().toString());
		Api api = as(doctor);
		this.county.becomesStale();
		this.county.isDown();

		JsonNode me = api.get("/api/v1/me").expect(200).body();

		assertThat(me.path("organization").path("name").asString()).isNotEmpty();
		assertThat(me.path("consortium").path("id").asString()).isEqualTo(this.consortium.toString());
		assertThat(me.path("consortium").has("name")).isFalse();
	}

	@Test
	void isNotSentAgainWhenNothingChanged() {
		Person doctor = this.people.activated(this.hospital);
		this.people.grant(doctor, "DOCTOR", ScopeType.ORGANIZATION, this.hospital.id().toString());
		Api api = as(doctor);
		Answer first = api.get("/api/v1/me").expect(200);

		api.get("/api/v1/me", "If-None-Match", first.etag()).expect(304);
		api.get("/api/v1/me", "If-None-Match", first.etag(), "Accept-Language", "en").expect(200);
	}

	private Api as(Person person) {
		String token = new ConsoleSession(this.port).signIn(person.loginName(), People.PASSWORD)
			.path("access_token")
			.asString();
		return new Api(this.port, "Bearer " + token);
	}

}

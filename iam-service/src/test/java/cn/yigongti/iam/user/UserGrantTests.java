package cn.yigongti.iam.user;

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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Grants, with tokens that real people got by signing in. */
@IamTest
class UserGrantTests {

	private final People people;

	private final JdbcClient jdbc;

	private final int port;

	private final UUID consortium;

	private final UUID otherConsortium;

	private final Place hospital;

	private final Place township;

	private final Place foreign;

	private final Api platform;

	private Person admin;

	private Api consortiumAdmin;

	private Person doctor;

	@Autowired
	UserGrantTests(County county, People people, JdbcClient jdbc, @LocalServerPort int port) {
		this.people = people;
		this.jdbc = jdbc;
		this.port = port;
		this.consortium = county.consortium("500229");
		this.otherConsortium = county.consortium("500238");
		this.hospital = county.organization("500229", this.consortium);
		this.township = county.organization("500229001", this.consortium);
		this.foreign = county.organization("500238", this.otherConsortium);
		this.platform = new Api(port,
				"Bearer " + ConsoleSession
					.json(new ConsoleSession(port).post("/oauth2/token", "grant_type", "client_credentials",
							"client_id", "operator", "client_secret", "operator-secret-of-this-test"))
					.path("access_token")
					.asString());
		this.admin = people.activated(this.hospital);
		people.grant(this.admin, "CONSORTIUM_ADMIN", ScopeType.CONSORTIUM, this.consortium.toString());
		this.consortiumAdmin = as(this.admin);
		this.doctor = people.doctor(this.township);
	}

	@BeforeEach
	void freshPeople() {
		this.doctor = this.people.doctor(this.township);
	}

	@Test
	void anAdministratorGivesRolesWithinTheirOwnReach() {
		Answer given = grant(this.consortiumAdmin, this.doctor,
				one("DOCTOR", "ORGANIZATION", this.township.id().toString()))
			.expect(200);

		assertThat(given.body().path("grants").path(0).path("roleCode").asString()).isEqualTo("DOCTOR");
		grant(this.consortiumAdmin, this.doctor, one("DOCTOR", "CONSORTIUM", this.consortium.toString())).expect(200);
		assertThat(this.consortiumAdmin.get("/api/v1/users/" + this.doctor.id()).body().path("grants").size())
			.as("whole replacement")
			.isEqualTo(1);
	}

	@Test
	void refusesAWiderScope() {
		grant(this.consortiumAdmin, this.doctor, "[{\"roleCode\":\"DOCTOR\",\"scope\":\"ALL\"}]").refused(403,
				"beyond-own-authority");
		grant(this.consortiumAdmin, this.doctor, one("DOCTOR", "REGION", "500229")).refused(403,
				"beyond-own-authority");
	}

	@Test
	void refusesMorePermissions() {
		grant(this.consortiumAdmin, this.doctor, one("PLATFORM_ADMIN", "CONSORTIUM", this.consortium.toString()))
			.refused(403, "beyond-own-authority");
		grant(this.consortiumAdmin, this.doctor, one("PLATFORM_ADMIN", "ORGANIZATION", this.township.id().toString()))
			.refused(403, "beyond-own-authority");
	}

	@Test
	void refusesAnotherConsortiumAndItsOrganizations() {
		grant(this.consortiumAdmin, this.doctor, one("DOCTOR", "CONSORTIUM", this.otherConsortium.toString()))
			.refused(403, "beyond-own-authority");
		grant(this.consortiumAdmin, this.doctor, one("DOCTOR", "ORGANIZATION", this.foreign.id().toString()))
			.refused(403, "beyond-own-authority");
	}

	@Test
	void doesNotKnowUsersOutOfScope() {
		Person stranger = this.people.doctor(this.foreign);

		this.consortiumAdmin
			.put("/api/v1/users/" + stranger.id() + "/grants",
					one("DOCTOR", "ORGANIZATION", this.hospital.id().toString()), "If-Match", "*")
			.refused(404, "not-found");
	}

	@Test
	void refusesSelfPromotion() {
		grant(this.consortiumAdmin, this.admin, "[{\"roleCode\":\"PLATFORM_ADMIN\",\"scope\":\"ALL\"}]").refused(403,
				"beyond-own-authority");
	}

	@Test
	void refusesToTakeAwayWhatIsBeyondOnesReach() {
		this.people.grant(this.doctor, "REGULATOR", ScopeType.ALL, null);

		grant(this.consortiumAdmin, this.doctor, "[]").refused(403, "beyond-own-authority");
	}

	@Test
	void aDoctorGrantsNothing() {
		Person person = this.people.activated(this.township);
		this.people.grant(person, "DOCTOR", ScopeType.ALL, null);

		as(person)
			.put("/api/v1/users/" + this.doctor.id() + "/grants",
					one("DOCTOR", "ORGANIZATION", this.township.id().toString()), "If-Match", "*")
			.refused(403, "permission-missing");
	}

	@Test
	void theLastPlatformAdministratorStays() {
		this.jdbc.sql("delete from role_grant where role_id = (select id from role where code = 'PLATFORM_ADMIN')")
			.update();
		this.people.grant(this.doctor, "PLATFORM_ADMIN", ScopeType.ALL, null);
		grant(this.platform, this.doctor, "[]").refused(409, "last-platform-administrator");

		Person second = this.people.doctor(this.hospital);
		this.people.grant(second, "PLATFORM_ADMIN", ScopeType.ALL, null);
		grant(this.platform, this.doctor, "[]").expect(200);
	}

	@Test
	void saysWhatIsWrongWithAGrant() {
		assertThat(pointerOf(grant(this.platform, this.doctor, one("NO_SUCH", "CONSORTIUM", "x"))))
			.isEqualTo("/0/roleCode unknown-role");
		assertThat(pointerOf(grant(this.platform, this.doctor, one("DOCTOR", "CONSORTIUM", UUID.randomUUID() + ""))))
			.isEqualTo("/0/scopeId unknown-scope");
		assertThat(pointerOf(grant(this.platform, this.doctor, one("DOCTOR", "ORGANIZATION", "x"))))
			.isEqualTo("/0/scopeId unknown-scope");
		assertThat(pointerOf(grant(this.platform, this.doctor, one("DOCTOR", "REGION", "50022x"))))
			.isEqualTo("/0/scopeId division-prefix");
		assertThat(pointerOf(grant(this.platform, this.doctor, one("DOCTOR", "ALL", "500229"))))
			.isEqualTo("/0/scopeId scope-id-superfluous");
	}

	@Test
	void theSameRoleTwiceIsHeldOnce() {
		String twice = "[%1$s,%1$s]"
			.formatted(one("DOCTOR", "ORGANIZATION", this.township.id().toString()).replaceAll("^\\[|\\]$", ""));

		assertThat(grant(this.platform, this.doctor, twice).expect(200).body().path("grants").size()).isEqualTo(1);
	}

	@Test
	void aStaleOrMissingVersionIsRefused() {
		String etag = this.platform.get("/api/v1/users/" + this.doctor.id()).etag();
		String path = "/api/v1/users/" + this.doctor.id() + "/grants";
		this.platform.put(path, "[]", "If-Match", etag).expect(200);

		this.platform.put(path, "[]", "If-Match", etag).refused(412, "stale-version");
		this.platform.put(path, "[]").refused(428, "version-required");
	}

	private static String pointerOf(Answer answer) {
		answer.refused(422, "invalid");
		var error = answer.body().path("errors").path(0);
		return error.path("pointer").asString() + " " + error.path("code").asString();
	}

	private Answer grant(Api by, Person to, String grants) {
		String etag = this.platform.get("/api/v1/users/" + to.id()).expect(200).etag();
		return by.put("/api/v1/users/" + to.id() + "/grants", grants, "If-Match", etag);
	}

	private static String one(String role, String scope, String scopeId) {
		return "[{\"roleCode\":\"%s\",\"scope\":\"%s\",\"scopeId\":\"%s\"}]".formatted(role, scope, scopeId);
	}

	private Api as(Person person) {
		String token = new ConsoleSession(this.port).signIn(person.loginName(), People.PASSWORD)
			.path("access_token")
			.asString();
		return new Api(this.port, "Bearer " + token);
	}

}

package cn.yigongti.iam.grant;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import cn.yigongti.iam.testing.Api;
import cn.yigongti.iam.testing.Api.Answer;
import cn.yigongti.iam.testing.County;
import cn.yigongti.iam.testing.IamTest;
import cn.yigongti.iam.testing.People;
import cn.yigongti.iam.testing.People.Person;
import cn.yigongti.platform.caller.ScopeType;
import cn.yigongti.platform.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@IamTest
class EscalationTests {

	private static final String[] ADMINISTERING = { "grant:write", "client:write", "client:read", "user:read",
			"user:write" };

	private final People people;

	private final Ground ground;

	private final JdbcClient jdbc;

	@Autowired
	EscalationTests(County county, People people, JdbcClient jdbc, @LocalServerPort int port) {
		this.people = people;
		this.ground = new Ground(county, people, jdbc, port);
		this.jdbc = jdbc;
	}

	@ParameterizedTest
	@CsvSource({ "ORGANIZATION township, CONSORTIUM consortium", "ORGANIZATION township, REGION 500229001",
			"ORGANIZATION township, ALL", "ORGANIZATION township, ORGANIZATION foreign",
			"CONSORTIUM consortium, REGION 500229", "CONSORTIUM consortium, ALL",
			"CONSORTIUM consortium, CONSORTIUM otherConsortium", "CONSORTIUM consortium, ORGANIZATION foreign",
			"REGION 500229, REGION 5002", "REGION 500229, REGION 50", "REGION 500229, REGION 500238",
			"REGION 500229, ALL", "REGION 500229, CONSORTIUM otherConsortium", "REGION 500229, ORGANIZATION foreign",
			"REGION 500229001, CONSORTIUM consortium" })
	void nobodyGivesOrTakesARoleInAScopeWiderThanTheirOwn(String own, String given) {
		Api caller = holder("DOCTOR", own);
		Person doctor = this.ground.doctor();
		String grant = this.ground.grant("DOCTOR " + given);

		this.ground.give(caller, doctor, grant).refused(403, "beyond-own-authority");
		this.ground.register(caller, grant).refused(403, "beyond-own-authority");
		this.ground.give(this.ground.platform(), doctor, grant).expect(200);
		this.ground.give(caller, doctor).refused(403, "beyond-own-authority");
	}

	@ParameterizedTest
	@CsvSource({ "ORGANIZATION township, ORGANIZATION township", "CONSORTIUM consortium, CONSORTIUM consortium",
			"CONSORTIUM consortium, ORGANIZATION township", "REGION 500229, REGION 500229001",
			"REGION 500229, CONSORTIUM consortium", "REGION 500229, ORGANIZATION township", "ALL, ALL",
			"ALL, REGION 50", "ALL, CONSORTIUM otherConsortium", "ALL, ORGANIZATION foreign" })
	void withinTheirOwnScopeTheyDo(String own, String given) {
		Api caller = holder("DOCTOR", own);
		Person doctor = this.ground.doctor();

		this.ground.give(caller, doctor, this.ground.grant("DOCTOR " + given)).expect(200);
		this.ground.give(caller, doctor).expect(200);
		this.ground.register(caller, this.ground.grant("DOCTOR " + given)).expect(201);
	}

	@Test
	void nobodyGivesOrTakesARoleThatHoldsMoreThanTheyDo() {
		Api caller = holder("DOCTOR", "ALL");
		for (String role : new String[] { "PLATFORM_ADMIN ALL", "CONSORTIUM_ADMIN CONSORTIUM consortium",
				"STATISTICS_ANALYST ORGANIZATION township" }) {
			Person doctor = this.ground.doctor();
			String grant = this.ground.grant(role);

			this.ground.give(caller, doctor, grant).refused(403, "beyond-own-authority");
			this.ground.register(caller, grant).refused(403, "beyond-own-authority");
			this.ground.give(this.ground.platform(), doctor, grant, this.ground.grant("DOCTOR ALL")).expect(200);
			this.ground.give(caller, doctor).refused(403, "beyond-own-authority");
			this.ground.give(caller, doctor, grant).expect(200);
		}
	}

	@Test
	void eachPermissionReachesAsFarAsItIsHeldItselfAndNoFurther() {
		String[] doctor = this.ground.permissionsOf("DOCTOR");
		TestTokens uneven = TestTokens.user()
			.mayInConsortium(this.ground.consortium, ADMINISTERING)
			.mayInConsortium(this.ground.consortium, without("referral:write", doctor))
			.mayInOrganization(this.ground.township.id(), "referral:write");
		Api caller = this.ground.as(uneven);
		Person person = this.ground.doctor();

		this.ground.give(caller, person, this.ground.grant("DOCTOR CONSORTIUM consortium"))
			.refused(403, "beyond-own-authority");
		this.ground.give(caller, person, this.ground.grant("DOCTOR ORGANIZATION township")).expect(200);
	}

	@Test
	void whatLetsThemGiveRolesMustReachAsFarAsTheRole() {
		String[] doctor = this.ground.permissionsOf("DOCTOR");
		Api caller = this.ground
			.as(TestTokens.user().mayInOrganization(this.ground.township.id(), ADMINISTERING).mayEverywhere(doctor));
		Person person = this.ground.doctor();

		this.ground.give(caller, person, this.ground.grant("DOCTOR CONSORTIUM consortium"))
			.refused(403, "beyond-own-authority");
		this.ground.register(caller, this.ground.grant("DOCTOR CONSORTIUM consortium"))
			.refused(403, "beyond-own-authority");
		this.ground.give(caller, person, this.ground.grant("DOCTOR ORGANIZATION township")).expect(200);
	}

	@ParameterizedTest
	@CsvSource({ "PLATFORM_ADMIN ALL", "CONSORTIUM_ADMIN ALL", "CONSORTIUM_ADMIN REGION 500229",
			"CONSORTIUM_ADMIN CONSORTIUM otherConsortium", "PLATFORM_ADMIN ORGANIZATION township" })
	void nobodyPromotesThemselves(String wanted) {
		Person self = this.ground.doctor();
		this.people.grant(self, "CONSORTIUM_ADMIN", ScopeType.CONSORTIUM, this.ground.consortium.toString());
		Api caller = this.ground.as(TestTokens.user(self.id())
			.of(this.ground.township.id())
			.mayInConsortium(this.ground.consortium, this.ground.permissionsOf("CONSORTIUM_ADMIN")));

		this.ground
			.give(caller, self, this.ground.grant("CONSORTIUM_ADMIN CONSORTIUM consortium"), this.ground.grant(wanted))
			.refused(403, "beyond-own-authority");
		assertThat(this.jdbc.sql("select count(*) from role_grant where user_id = :self")
			.param("self", self.id())
			.query(Integer.class)
			.single()).isEqualTo(1);
	}

	@Test
	void aMachineRegistersNoMachineThatHoldsMoreThanItself() {
		Api machine = this.ground.as(TestTokens.client(UUID.randomUUID().toString())
			.of(this.ground.township.id())
			.mayInOrganization(this.ground.township.id(), this.ground.permissionsOf("INTEGRATOR", ADMINISTERING)));

		this.ground.register(machine, this.ground.grant("CONSORTIUM_ADMIN ORGANIZATION township"))
			.refused(403, "beyond-own-authority");
		this.ground.register(machine, this.ground.grant("INTEGRATOR CONSORTIUM consortium"))
			.refused(403, "beyond-own-authority");
		assertThat(this.jdbc.sql("select count(*) from client where organization_id = :organization")
			.param("organization", this.ground.township.id())
			.query(Integer.class)
			.single()).isZero();
		this.ground.register(machine, this.ground.grant("INTEGRATOR ORGANIZATION township")).expect(201);
	}

	@Test
	void nobodySetsThePasswordOfWhoHoldsMore() {
		Api caller = holder("DOCTOR", "CONSORTIUM consortium");
		Person administrator = this.ground.doctor();
		this.people.grant(administrator, "PLATFORM_ADMIN", ScopeType.ALL, null);
		Person wider = this.ground.doctor();
		this.people.grant(wider, "DOCTOR", ScopeType.REGION, "500229");
		Person equal = this.ground.doctor();
		this.people.grant(equal, "DOCTOR", ScopeType.ORGANIZATION, this.ground.township.id().toString());

		activation(caller, administrator).refused(403, "holder-beyond-own-authority");
		activation(caller, wider).refused(403, "holder-beyond-own-authority");
		activation(caller, equal).expect(201);
		activation(this.ground.platform(), administrator).expect(201);
	}

	@Test
	void nobodyGetsTheSecretOfAMachineThatHoldsMoreNorDeletesIt() {
		Api caller = holder("INTEGRATOR", "CONSORTIUM consortium");
		String wide = "/api/v1/clients/"
				+ this.ground.register(this.ground.platform(), this.ground.grant("INTEGRATOR ALL")).text("id");
		String equal = "/api/v1/clients/"
				+ this.ground.register(this.ground.platform(), this.ground.grant("INTEGRATOR CONSORTIUM consortium"))
					.text("id");

		caller.post(wide + "/secret", "{}").refused(403, "holder-beyond-own-authority");
		caller.delete(wide).refused(403, "holder-beyond-own-authority");
		caller.post(equal + "/secret", "{}").expect(200);
		caller.delete(equal).expect(204);
	}

	private static Answer activation(Api by, Person of) {
		return by.post("/api/v1/users/" + of.id() + "/activation", "{}");
	}

	/** Who may administer, and holds what the role holds, in this scope. */
	private Api holder(String role, String scope) {
		return this.ground.as(this.ground.holding(TestTokens.user(), scope,
				this.ground.permissionsOf(role, without(this.ground.permissionsOf(role), ADMINISTERING))));
	}

	private static String[] without(String one, String[] all) {
		return without(new String[] { one }, all);
	}

	private static String[] without(String[] some, String[] all) {
		Set<String> rest = new LinkedHashSet<>(List.of(all));
		List.of(some).forEach(rest::remove);
		return rest.toArray(String[]::new);
	}

}

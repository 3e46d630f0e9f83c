package cn.yigongti.iam.user;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

import cn.yigongti.iam.testing.Api;
import cn.yigongti.iam.testing.County;
import cn.yigongti.iam.testing.County.Place;
import cn.yigongti.iam.testing.IamTest;
import cn.yigongti.iam.testing.People;
import cn.yigongti.iam.testing.People.Person;
import cn.yigongti.platform.caller.ScopeType;
import cn.yigongti.platform.test.TestTokens;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@IamTest
class UserListTests {

	private final People people;

	private final int port;

	private final UUID consortium;

	private final Place hospital;

	private final Place township;

	private final Place foreign;

	@Autowired
	UserListTests(County county, People people, @LocalServerPort int port) {
		this.people = people;
		this.port = port;
		this.consortium = county.consortium("500229");
		this.hospital = county.organization("500229", this.consortium);
		this.township = county.organization("500229001", this.consortium);
		this.foreign = county.organization("510101", county.consortium("510101"));
	}

	@Test
	void showsWhoIsWithinTheScopeAndCountsNoOthers() {
		Person here = this.people.doctor(this.hospital);
		Person there = this.people.doctor(this.township);
		Person abroad = this.people.doctor(this.foreign);

		assertThat(list(TestTokens.user().mayInOrganization(this.hospital.id(), "user:read"), ""))
			.containsExactly(here.loginName());
		assertThat(list(TestTokens.user().mayInConsortium(this.consortium, "user:read"), ""))
			.containsExactlyInAnyOrder(here.loginName(), there.loginName());
		assertThat(list(TestTokens.user().mayInRegion("5101", "user:read"), "")).contains(abroad.loginName())
			.doesNotContain(here.loginName());
		assertThat(list(TestTokens.user()
			.mayInOrganization(this.hospital.id(), "user:read")
			.mayInOrganization(this.township.id(), "user:read"), "")).hasSize(2);
	}

	@Test
	void aUserOutOfScopeIsNotThere() {
		Person abroad = this.people.doctor(this.foreign);

		api(TestTokens.user().mayInConsortium(this.consortium, "user:read")).get("/api/v1/users/" + abroad.id())
			.refused(404, "not-found");
	}

	@Test
	void filtersByNameRoleStatusAndOrganization() {
		Person one = this.people.doctor(this.hospital);
		Person two = this.people.doctor(this.hospital);
		Person three = this.people.doctor(this.township);
		this.people.grant(two, "DOCTOR", ScopeType.ORGANIZATION, this.hospital.id().toString());
		this.people.disable(three);
		TestTokens caller = TestTokens.user().mayInConsortium(this.consortium, "user:read");

		assertThat(list(caller, "?query=" + one.loginName().toUpperCase(Locale.ROOT))).containsExactly(one.loginName());
		assertThat(list(caller, "?query=%25")).isEmpty();
		assertThat(list(caller, "?roleCode=DOCTOR")).containsExactly(two.loginName());
		assertThat(list(caller, "?status=INACTIVE")).containsExactly(three.loginName());
		assertThat(list(caller, "?status=ACTIVE&organizationId=" + this.township.id())).isEmpty();
		assertThat(list(caller, "?organizationId=" + this.hospital.id())).hasSize(2);
	}

	@Test
	void walksThroughAllPagesWithoutGapOrRepetition() {
		Set<String> expected = new HashSet<>();
		for (int i = 0; i < 7; i++) {
			expected.add(this.people.doctor((i % 2 == 0) ? this.hospital : this.township).loginName());
		}
		Api api = api(TestTokens.user()
			.mayInOrganization(this.hospital.id(), "user:read")
			.mayInConsortium(this.consortium, "user:read"));
		List<String> walked = new ArrayList<>();
		String cursor = "";
		do {
			JsonNode page = api.get("/api/v1/users?limit=3&sort=-createdAt" + cursor).expect(200).body();
			page.path("items").forEach((user) -> walked.add(user.path("loginName").asString()));
			assertThat(page.path("total").asInt()).isEqualTo(7);
			cursor = page.path("nextCursor").isNull() ? "" : "&cursor=" + page.path("nextCursor").asString();
		}
		while (!cursor.isEmpty());

		assertThat(walked).hasSize(7).containsExactlyInAnyOrderElementsOf(expected);
	}

	@Test
	void answersNotModifiedAndRefusesWhatItDoesNotKnow() {
		Person here = this.people.doctor(this.hospital);
		Api api = api(TestTokens.user().mayEverywhere("user:read"));
		String etag = api.get("/api/v1/users/" + here.id()).etag();

		api.get("/api/v1/users/" + here.id(), "If-None-Match", etag).expect(304);
		api.get("/api/v1/users?nam=x").refused(400, "unknown-parameter");
		api.get("/api/v1/users?status=SLEEPING").refused(400, "invalid-parameter");
		api.get("/api/v1/users?cursor=broken").refused(400, "invalid-cursor");
		api.get("/api/v1/users/not-a-uuid").refused(404, "not-found");
	}

	private List<String> list(TestTokens caller, String query) {
		JsonNode page = api(caller).get("/api/v1/users" + query).expect(200).body();
		List<String> names = page.path("items").valueStream().map((user) -> user.path("loginName").asString()).toList();
		assertThat(page.path("total").asInt()).isGreaterThanOrEqualTo(names.size());
		return names;
	}

	private Api api(TestTokens caller) {
		return new Api(this.port, caller.bearer());
	}

}

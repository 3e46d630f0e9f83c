package cn.yigongti.iam.user;

import java.util.UUID;

import cn.yigongti.iam.testing.Api;
import cn.yigongti.iam.testing.County;
import cn.yigongti.iam.testing.County.Place;
import cn.yigongti.iam.testing.IamTest;
import cn.yigongti.iam.testing.People;
import cn.yigongti.iam.testing.People.Person;
import cn.yigongti.platform.resealing.Resealing;
import cn.yigongti.platform.test.TestTokens;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@IamTest
class UserLookupTests {

	private final JdbcClient jdbc;

	private final Resealing resealing;

	private final int port;

	private final UUID consortium;

	private final Person here;

	private final Person abroad;

	@Autowired
	UserLookupTests(County county, People people, JdbcClient jdbc, Resealing resealing, @LocalServerPort int port) {
		this.jdbc = jdbc;
		this.resealing = resealing;
		this.port = port;
		this.consortium = county.consortium("500229");
		Place hospital = county.organization("500229", this.consortium);
		this.here = people.doctor(hospital);
		this.abroad = people.doctor(county.organization("510101", county.consortium("510101")));
	}

	@Test
	void findsByTheWholeNumberWithinTheScopeAndShowsItMasked() {
		JsonNode items = lookUp("13800000001");
		assertThat(items.valueStream().map((user) -> user.path("loginName").asString())).contains(this.here.loginName())
			.doesNotContain(this.abroad.loginName());
		assertThat(items.valueStream().map((user) -> user.path("mobile").asString())).containsOnly("138****0001");
		assertThat(lookUp("13800000002")).isEmpty();
	}

	@Test
	void refusesPartsOfANumberWithoutRepeatingThem() {
		Api.Answer answer = api().post("/api/v1/users/lookups", "{\"mobile\":\"1380000000\"}").expect(422);
		assertThat(answer.body().toString()).contains("/mobile").doesNotContain("1380000000");
	}

	@Test
	void findsThoseWhoWereThereBeforeNumbersCouldBeSearchedFor() {
		this.jdbc.sql("update users set mobile_hash = null where id = :id").param("id", this.here.id()).update();
		assertThat(lookUp("13800000001").valueStream().map((user) -> user.path("loginName").asString()))
			.doesNotContain(this.here.loginName());
		String etag = api().get("/api/v1/users/" + this.here.id()).expect(200).etag();

		boolean more = true;
		while (more) {
			more = this.resealing.step();
		}

		assertThat(lookUp("13800000001").valueStream().map((user) -> user.path("loginName").asString()))
			.contains(this.here.loginName());
		assertThat(api().get("/api/v1/users/" + this.here.id()).expect(200).etag()).isEqualTo(etag);
	}

	private JsonNode lookUp(String mobile) {
		return api().post("/api/v1/users/lookups", "{\"mobile\":\"" + mobile + "\"}").expect(200).body().path("items");
	}

	private Api api() {
		return new Api(this.port, TestTokens.user().mayInConsortium(this.consortium, "user:read").bearer());
	}

}

package cn.yigongti.iam.user;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import cn.yigongti.iam.testing.Api;
import cn.yigongti.iam.testing.County;
import cn.yigongti.iam.testing.IamTest;
import cn.yigongti.iam.testing.People;
import cn.yigongti.iam.testing.People.Person;
import cn.yigongti.platform.test.TestTokens;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The example that other services test their clients with is what this service answers.
 */
@IamTest
class UserContractTests {

	private final Person doctor;

	private final Api api;

	@Autowired
	UserContractTests(County county, People people, @LocalServerPort int port) {
		this.doctor = people.doctor(county.organization("500229", county.consortium("500229")));
		this.api = new Api(port, TestTokens.service("referral-service").mayEverywhere("user:read").bearer());
	}

	@Test
	void answersEveryMemberOfTheExampleInItsType() throws IOException {
		JsonNode answer = this.api.get("/api/v1/users/" + this.doctor.id()).expect(200).body();
		example().forEachEntry((member, promised) -> assertThat(answer.path(member).getNodeType()).as(member)
			.isEqualTo(promised.getNodeType()));
	}

	private static JsonNode example() throws IOException {
		return JsonMapper.shared().readTree(Files.readString(Path.of("..", "contracts", "iam-service", "user.json")));
	}

}

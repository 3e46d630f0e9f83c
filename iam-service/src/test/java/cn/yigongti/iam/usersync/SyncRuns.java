package cn.yigongti.iam.usersync;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import cn.yigongti.iam.testing.Api;
import cn.yigongti.iam.testing.Api.Answer;
import cn.yigongti.iam.testing.County;
import cn.yigongti.iam.testing.Hospital;
import cn.yigongti.platform.test.TestTokens;
import tools.jackson.databind.JsonNode;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.awaitility.Awaitility.await;

/** Runs that an administrator of everything has made. */
class SyncRuns {

	private final County county;

	private final JdbcClient jdbc;

	private final Api administrator;

	private final String prefix = UUID.randomUUID().toString().substring(0, 8);

	SyncRuns(County county, JdbcClient jdbc, int port) {
		this.county = county;
		this.jdbc = jdbc;
		this.administrator = new Api(port,
				TestTokens.user().mayEverywhere("user-sync:read", "user-sync:write", "user:read").bearer());
	}

	/** Of user ids that no other test has. */
	String prefix() {
		return this.prefix;
	}

	Api administrator() {
		return this.administrator;
	}

	void forget() {
		this.county.isUp();
		this.county.configuresNothing();
		Hospital.takesItsTime(0);
		this.jdbc.sql("delete from user_sync").update();
		this.jdbc.sql("delete from his_source").update();
	}

	Answer begin(String json) {
		return this.administrator.post("/api/v1/user-syncs", json).expect(202);
	}

	JsonNode finished(String json) {
		return finished(begin(json));
	}

	JsonNode finished(Answer begun) {
		String location = "/api/v1/user-syncs/" + begun.text("id");
		return await().atMost(Duration.ofSeconds(60))
			.until(() -> this.administrator.get(location).expect(200).body(),
					(run) -> !run.path("state").asString().equals("RUNNING"));
	}

	List<String> failuresOf(JsonNode run) {
		return this.administrator.get("/api/v1/user-syncs/" + run.path("id").asString() + "/failures")
			.expect(200)
			.body()
			.path("items")
			.valueStream()
			.map((failure) -> failure.path("userId").asString() + " " + failure.path("code").asString())
			.toList();
	}

	/** Login names of who is active there. */
	List<String> active(UUID organization) {
		return this.administrator.get("/api/v1/users?limit=200&status=ACTIVE&organizationId=" + organization)
			.expect(200)
			.body()
			.path("items")
			.valueStream()
			.map((user) -> user.path("loginName").asString())
			.toList();
	}

}

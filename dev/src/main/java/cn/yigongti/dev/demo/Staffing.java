package cn.yigongti.dev.demo;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import tools.jackson.databind.JsonNode;

/**
 * Lets the platform pull the users from the Cloud HIS, and knows them by login name.
 */
final class Staffing {

	private static final Duration PAUSE = Duration.ofMillis(250);

	private static final String SYNCS = "/api/v1/user-syncs";

	private final ApiClient operator;

	private final Journal journal;

	private final Map<String, String> userIds = new HashMap<>();

	Staffing(ApiClient operator, Journal journal) {
		this.operator = operator;
		this.journal = journal;
	}

	void pull() throws Exception {
		this.journal.once("user-sync", () -> {
			JsonNode sync = this.operator.post(SYNCS, Map.of());
			String id = sync.path("id").asString();
			while (sync.path("state").asString().equals("RUNNING")) {
				Thread.sleep(PAUSE);
				sync = this.operator.get(SYNCS + "/" + id);
			}
			if (!sync.path("state").asString().equals("SUCCEEDED") || sync.path("failed").asInt() > 0) {
				throw new LoadFailed("The users couldn't be pulled from the Cloud HIS: " + sync);
			}
			return id;
		});
	}

	String userId(String loginName) throws Exception {
		if (this.userIds.isEmpty()) {
			readAll();
		}
		String id = this.userIds.get(loginName);
		if (id == null) {
			throw new LoadFailed("The user " + loginName + " of the Cloud HIS hasn't arrived");
		}
		return id;
	}

	private void readAll() throws Exception {
		String cursor = "";
		do {
			JsonNode page = this.operator.get("/api/v1/users?limit=200" + cursor);
			page.path("items")
				.forEach((user) -> this.userIds.put(user.path("loginName").asString(), user.path("id").asString()));
			String next = page.path("nextCursor").asString("");
			cursor = next.isEmpty() ? "" : "&cursor=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
		}
		while (!cursor.isEmpty());
	}

}

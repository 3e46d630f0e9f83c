package cn.yigongti.org.changefeed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import cn.yigongti.org.Api;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A system that keeps a copy of the register, as the documentation tells it to. */
final class Follower {

	private final Api api;

	private final Map<UUID, JsonNode> copy = new LinkedHashMap<>();

	private @Nullable String cursor;

	Follower(Api api) {
		this.api = api;
	}

	/** Reads until there is no more, and says which organizations came, in order. */
	List<UUID> catchUp() {
		List<UUID> came = new ArrayList<>();
		JsonNode page;
		do {
			page = read();
			page.path("items").forEach((item) -> {
				UUID id = UUID.fromString(item.path("organization").path("id").asString());
				this.copy.put(id, item.path("organization"));
				came.add(id);
			});
			this.cursor = page.path("nextCursor").asString();
		}
		while (page.path("more").asBoolean());
		return came;
	}

	private JsonNode read() {
		return this.api.get("/organizations/changes?limit=7" + ((this.cursor != null) ? "&after=" + this.cursor : ""))
			.expect(200);
	}

	Map<UUID, JsonNode> copy() {
		return this.copy;
	}

	JsonNode copyOf(UUID id) {
		return Objects.requireNonNull(this.copy.get(id));
	}

	@Nullable String cursor() {
		return this.cursor;
	}

}

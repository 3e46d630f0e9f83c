package cn.yigongti.org.organizationimport;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import cn.yigongti.org.Api;
import cn.yigongti.platform.test.TestTokens;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.test.web.servlet.client.RestTestClient;

/** Imports in the hands of somebody who may import. */
public record ImportApi(Api api) {

	private static final String PATH = "/organization-imports";

	/** What it takes to import. */
	public static String[] permissions() {
		return new String[] { "organization:import", "organization:read", "organization:write" };
	}

	public static ImportApi of(RestTestClient http, TestTokens token) {
		return new ImportApi(Api.of(http, token));
	}

	public static ImportApi everywhere(RestTestClient http) {
		return of(http, TestTokens.user().mayEverywhere(permissions()));
	}

	public Api.Answer submit(String query, byte[] content) {
		return submit(query, content, null);
	}

	public Api.Answer submit(String query, byte[] content, @Nullable String key) {
		return this.api.upload(PATH + query, "机构.csv", content, key);
	}

	/** Hands in and waits until it is over. */
	public JsonNode run(String query, byte[] content) {
		return await(submit(query, content).expect(202));
	}

	public JsonNode run(byte[] content) {
		return run("", content);
	}

	public JsonNode await(JsonNode submitted) {
		UUID id = UUID.fromString(submitted.path("id").asString());
		return Awaitility.await()
			.atMost(Duration.ofMinutes(1))
			.pollInterval(Duration.ofMillis(50))
			.until(() -> read(id), (read) -> read.path("state").asString().matches("SUCCEEDED|FAILED"));
	}

	public JsonNode read(UUID id) {
		return this.api.get(PATH + "/" + id).expect(200);
	}

	public List<JsonNode> rows(JsonNode imported, String query) {
		List<JsonNode> rows = new ArrayList<>();
		this.api.get(PATH + "/" + imported.path("id").asString() + "/rows?limit=200" + query)
			.expect(200)
			.path("items")
			.forEach(rows::add);
		return rows;
	}

	/** The errors of each row that has any, by line, as {@code column code}. */
	public Map<Integer, List<String>> errors(JsonNode imported) {
		return rows(imported, "&outcome=REJECTED").stream()
			.collect(Collectors.toMap((row) -> row.path("line").asInt(), (row) -> {
				List<String> errors = new ArrayList<>();
				row.path("errors")
					.forEach((error) -> errors
						.add(error.path("column").asString() + " " + error.path("code").asString()));
				return errors;
			}));
	}

	public byte[] report(JsonNode imported) {
		return this.api.download(PATH + "/" + imported.path("id").asString() + "/report");
	}

	public JsonNode organization(String institutionCode) {
		return this.api.get("/organizations?institutionCode=" + institutionCode).expect(200).path("items");
	}

}

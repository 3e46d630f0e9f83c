package cn.yigongti.org.systemconfig;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import cn.yigongti.org.Api;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The examples that other services test their clients with are what this service answers.
 */
@SystemConfigTest
class SystemConfigContractTests {

	private final Configured world;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	SystemConfigContractTests(RestTestClient http, JdbcClient jdbc, TransactionTemplate transaction) {
		this.world = Configured.world(Api.administrator(http));
		this.jdbc = jdbc;
		this.transaction = transaction;
	}

	@Test
	void answersLikeItsExamples() throws IOException {
		JsonNode one = example("system-config.json");
		JsonNode page = example("system-configs.json");
		this.world.set(this.world.lead(),
				Map.of("systemName", "县人民医院", "systemApiUrl", text(one, "systemApiUrl"), "consultationApiUrl",
						text(one, "consultationApiUrl"), "platformUrl", text(one, "platformUrl"), "regional", true));
		this.world.set(this.world.centre(), Map.of("systemName", text(one, "systemName")));
		String hash = icon();
		String read = this.world.read(this.world.centre()).toString();
		assertThat(made(read, hash)).isEqualTo(one);
		String list = this.world.api()
			.get("/system-configs?regionCode=" + this.world.county() + "102&query=卫生院")
			.expect(200)
			.toString();
		assertThat(made(list, hash)).isEqualTo(page);
	}

	/** An icon at the lead. */
	private String icon() {
		this.transaction.executeWithoutResult((_) -> this.jdbc.sql("""
				insert into system_icon (organization_id, version, media_type, content, created_at, updated_at)
				values (:id, 0, 'image/svg+xml', :content, now(), now())""")
			.param("id", this.world.lead())
			.param("content", "<svg/>".getBytes(StandardCharsets.UTF_8))
			.update());
		return this.jdbc.sql("select content_hash from system_icon where organization_id = :id")
			.param("id", this.world.lead())
			.query(String.class)
			.single();
	}

	/** With what is made anew each time taken over from the example. */
	private JsonNode made(String answer, String hash) {
		return JsonMapper.shared()
			.readTree(answer.replace(this.world.lead().toString(), "019a9f30-5c00-7000-8000-000000000001")
				.replace(this.world.centre().toString(), "019a9f30-5c00-7000-8000-000000000002")
				.replace(hash, "1f8ac10f23c5b5bc1167bda84b833e5c057a77d2e1f8ac10f23c5b5bc1167bda"));
	}

	private static String text(JsonNode example, String field) {
		return example.path(field).asString();
	}

	private static JsonNode example(String name) throws IOException {
		return JsonMapper.shared().readTree(Files.readString(Path.of("..", "contracts", "org-service", name)));
	}

}

package cn.yigongti.platform.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds a service's OpenAPI document against {@code openapi.json} in its folder, so that
 * a changed API shows in review. {@code make openapi} writes the files anew.
 */
public final class OpenApiSnapshot {

	private static final Path FILE = Path.of("openapi.json");

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(SerializationFeature.INDENT_OUTPUT)
		.enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
		.build();

	private OpenApiSnapshot() {
	}

	public static void verify(RestTestClient http) {
		ObjectNode document = (ObjectNode) JSON.readTree(documentOf(http));
		document.remove("servers");
		String current = JSON.writeValueAsString(document) + "\n";
		try {
			if (Boolean.getBoolean("openapi.update")) {
				Files.writeString(FILE, current);
			}
			assertThat(FILE).as("run make openapi and review the difference").exists();
			assertThat(current).isEqualTo(Files.readString(FILE));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static String documentOf(RestTestClient http) {
		return Objects.requireNonNull(http.get()
			.uri("/v3/api-docs")
			.exchange()
			.expectStatus()
			.isOk()
			.returnResult(String.class)
			.getResponseBody());
	}

}

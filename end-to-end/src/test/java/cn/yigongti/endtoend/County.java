package cn.yigongti.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The demo county behind its gateway, and the people and machines in it. One for all
 * tests of a run.
 */
final class County {

	private static final County RUNNING = new County(RunningPlatform.demo());

	private final HttpClient http = HttpClient.newHttpClient();

	private final Map<String, String> tokens = new ConcurrentHashMap<>();

	private final Path file;

	private final JsonNode demo;

	private County(Path file) {
		this.file = file;
		this.demo = JsonMapper.shared().readTree(file);
	}

	static County running() {
		return RUNNING;
	}

	/** Somebody of {@code people} or a machine of {@code clients}. */
	Gateway as(String name) {
		String token = this.tokens.computeIfAbsent(name,
				(who) -> this.demo.path("people").has(who) ? personToken(who) : clientToken(who));
		return anonymous().with("Authorization", "Bearer " + token);
	}

	Gateway anonymous() {
		return new Gateway(this.http, gateway(), Map.of());
	}

	SignIn signIn() {
		return new SignIn(gateway(), text("redirectUri"));
	}

	/** The {@code demo.json} all this is read from. */
	Path file() {
		return this.file.toAbsolutePath();
	}

	URI gateway() {
		return URI.create(text("gateway"));
	}

	String text(String member) {
		return this.demo.path(member).asString();
	}

	String organization(String name) {
		return this.demo.path("organizations").path(name).asString();
	}

	/** The consultation centre at that hospital. */
	String consultationCenter(String hospital) {
		return this.demo.path("consultationCenters").path(hospital).asString();
	}

	JsonNode person(String name) {
		return this.demo.path("people").path(name);
	}

	JsonNode client(String name) {
		return this.demo.path("clients").path(name);
	}

	private String personToken(String name) {
		try {
			JsonNode tokens = signIn().tokens(person(name).path("loginName").asString(),
					person(name).path("password").asString());
			return tokens.path("access_token").asString();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private String clientToken(String name) {
		JsonNode client = client(name);
		String credentials = client.path("clientId").asString() + ":" + client.path("clientSecret").asString();
		return anonymous()
			.with("Authorization",
					"Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
			.with("Content-Type", "application/x-www-form-urlencoded")
			.post("/oauth2/token", "grant_type=client_credentials")
			.is(200)
			.text("access_token");
	}

}

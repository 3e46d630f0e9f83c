package cn.yigongti.iam.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.jdbc.core.simple.JdbcClient;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;

/** The organizations and consortia that the stub of org-service tells of. */
public class County {

	private final JdbcClient jdbc;

	private final Map<UUID, Map<String, Object>> organizations = new ConcurrentHashMap<>();

	private final Map<UUID, String> configurations = new ConcurrentHashMap<>();

	County(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** An organization as org-service shows it. */
	public record Place(UUID id, String institutionCode, @Nullable UUID consortiumId, String regionCode) {

	}

	public Place organization(String regionCode, @Nullable UUID consortiumId) {
		UUID id = UUID.randomUUID();
		String code = "H" + id.toString().substring(0, 8);
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("id", id.toString());
		json.put("institutionCode", code);
		json.put("name", "医院 " + code);
		json.put("regionCode", regionCode);
		json.put("status", "ACTIVE");
		json.put("tier", "COUNTY");
		if (consortiumId != null) {
			json.put("consortiumId", consortiumId.toString());
		}
		is(id, json);
		return new Place(id, code, consortiumId, regionCode);
	}

	public UUID consortium(String regionCode) {
		UUID id = UUID.randomUUID();
		Surroundings.ORG_SERVICE.has("/api/v1/consortia/" + id,
				json(Map.of("id", id, "name", "医共体", "regionCode", regionCode)));
		return id;
	}

	/** From now on org-service tells of another consortium, or of none. */
	public void moves(Place place, @Nullable UUID consortiumId) {
		Map<String, Object> json = new LinkedHashMap<>(organizationOf(place));
		json.remove("consortiumId");
		if (consortiumId != null) {
			json.put("consortiumId", consortiumId.toString());
		}
		is(place.id(), json);
	}

	private void is(UUID id, Map<String, Object> json) {
		this.organizations.put(id, json);
		Surroundings.ORG_SERVICE.has("/api/v1/organizations/" + id, json(json));
		Surroundings.ORG_SERVICE.has("/api/v1/organizations", () -> page(this.organizations.values()));
	}

	/** From now on the organization has a HIS of its own configured. */
	public void configures(Place place, String systemApiUrl) {
		this.configurations.put(place.id(), systemApiUrl);
		tellOfConfigurations();
	}

	/** No organization has a HIS of its own any more. */
	public void configuresNothing() {
		this.configurations.clear();
		tellOfConfigurations();
	}

	private void tellOfConfigurations() {
		Surroundings.ORG_SERVICE.has("/api/v1/system-configs", () -> page(configurations()));
	}

	/** org-service answers nothing but errors, until {@link #isUp()}. */
	public void isDown() {
		Surroundings.ORG_SERVICE
			.stubFor(get(anyUrl()).atPriority(1).withId(OUTAGE).willReturn(aResponse().withStatus(500)));
	}

	public void isUp() {
		Surroundings.ORG_SERVICE.removeStub(OUTAGE);
	}

	private List<Object> configurations() {
		List<Object> items = new ArrayList<>();
		this.configurations.forEach((id, url) -> items.add(configuration(id, url)));
		return items;
	}

	private static String page(Collection<?> items) {
		return json(Map.of("items", items, "total", items.size()));
	}

	/** As the contract's example has it. */
	private static ObjectNode configuration(UUID id, String url) {
		try {
			String example = Files.readString(Path.of("..", "contracts", "org-service", "system-configs.json"));
			ObjectNode item = (ObjectNode) JsonMapper.shared().readTree(example).path("items").path(0);
			return item.put("organizationId", id.toString()).put("systemApiUrl", url);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** What the service remembers of org-service's answers is no longer fresh. */
	public void becomesStale() {
		this.jdbc.sql("update organization set refreshed_at = '2000-01-01'").update();
	}

	private static final UUID OUTAGE = UUID.randomUUID();

	private Map<String, Object> organizationOf(Place place) {
		return Objects.requireNonNull(this.organizations.get(place.id()), "unknown");
	}

	private static String json(Object value) {
		return JsonMapper.shared().writeValueAsString(value);
	}

}

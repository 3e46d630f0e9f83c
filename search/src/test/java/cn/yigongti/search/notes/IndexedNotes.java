package cn.yigongti.search.notes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import cn.yigongti.platform.test.servers.TestServers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What Elasticsearch has, asked past the module under test. */
public final class IndexedNotes {

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private final String alias;

	public IndexedNotes(String alias) {
		this.alias = alias;
	}

	/** Versions by id, without waiting for a refresh. */
	public Map<UUID, Long> versions() {
		ask("POST", "/" + this.alias + "/_refresh");
		Map<UUID, Long> versions = new HashMap<>();
		ask("GET", "/" + this.alias + "/_search?size=10000&version=true&_source=false").path("hits")
			.path("hits")
			.forEach((hit) -> versions.put(UUID.fromString(hit.path("_id").asString()), hit.path("_version").asLong()));
		return versions;
	}

	/** As many as a search would find now. */
	public long count() {
		return ask("GET", "/" + this.alias + "/_search?size=0&track_total_hits=true&ignore_unavailable=false")
			.path("hits")
			.path("total")
			.path("value")
			.asLong(-1);
	}

	/** Names of the indexes that begin like the alias. */
	public Map<String, JsonNode> indexes() {
		Map<String, JsonNode> indexes = new HashMap<>();
		ask("GET", "/" + this.alias + "*").properties()
			.forEach((entry) -> indexes.put(entry.getKey(), entry.getValue()));
		return indexes;
	}

	public JsonNode document(UUID id) {
		return ask("GET", "/" + this.alias + "/_doc/" + id);
	}

	public void deleteAll() {
		indexes().keySet().forEach((index) -> ask("DELETE", "/" + index));
	}

	private static JsonNode ask(String method, String path) {
		URI uri = TestServers.elasticsearch().uri().resolve(path);
		try {
			HttpRequest request = HttpRequest.newBuilder(uri)
				.method(method, HttpRequest.BodyPublishers.noBody())
				.build();
			return JsonMapper.shared().readTree(HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}

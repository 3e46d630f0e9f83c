package cn.yigongti.platform.test;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

/**
 * Other services on 127.0.0.1. What is there to read is told by path, and costs the same
 * however much there is; a stub for each document would not, since WireMock walks all
 * stubs whenever one is added. Stubs come first, so that a test can have a failure.
 */
public final class PeerServer extends WireMockServer {

	private static final int LAST = 10;

	private final Documents documents;

	private PeerServer(Documents documents) {
		super(wireMockConfig().dynamicPort().bindAddress("127.0.0.1").extensions(documents));
		this.documents = documents;
	}

	public static PeerServer started() {
		PeerServer server = new PeerServer(new Documents());
		server.start();
		server.stubFor(get(anyUrl()).atPriority(LAST).willReturn(aResponse().withTransformers(Documents.NAME)));
		return server;
	}

	/** From now on {@code GET path} is answered so, whatever is asked besides. */
	public void has(String path, Object json) {
		has(path, json::toString);
	}

	/** From now on {@code GET path} is answered with what is told then. */
	public void has(String path, Supplier<String> json) {
		this.documents.byPath.put(path, json);
	}

	/** The page of a list that begins at this cursor. */
	public void has(String path, String cursor, Object json) {
		has(path + Documents.CURSOR + cursor, json);
	}

	/** Answers with the document of the path, or that there is none. */
	private static final class Documents implements ResponseDefinitionTransformerV2 {

		private static final String NAME = "documents";

		private static final String CURSOR = "?cursor=";

		private final Map<String, Supplier<String>> byPath = new ConcurrentHashMap<>();

		@Override
		public ResponseDefinition transform(ServeEvent event) {
			return find(event.getRequest()).map((json) -> okJson(json.get())).orElseGet(Documents::notFound).build();
		}

		private Optional<Supplier<String>> find(Request request) {
			String path = request.getUrl().split("\\?", 2)[0];
			String key = request.queryParameter("cursor").isPresent()
					? path + CURSOR + request.queryParameter("cursor").firstValue() : path;
			return Optional.ofNullable(this.byPath.get(key));
		}

		private static ResponseDefinitionBuilder notFound() {
			return aResponse().withStatus(404)
				.withHeader("Content-Type", "application/problem+json")
				.withBody("{\"code\":\"not-found\"}");
		}

		@Override
		public boolean applyGlobally() {
			return false;
		}

		@Override
		public String getName() {
			return NAME;
		}

	}

}

package cn.yigongti.localservers;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ElasticsearchTests {

	private static final String INDEX = """
			{"settings": {"analysis": {
			   "filter": {"beginnings": {"type": "edge_ngram", "min_gram": 1, "max_gram": 10}},
			   "analyzer": {"beginnings": {"tokenizer": "standard", "filter": ["lowercase", "asciifolding", "beginnings"]}}}},
			 "mappings": {"properties": {
			   "diagnosis": {"type": "text"},
			   "physician": {"type": "text", "analyzer": "beginnings", "search_analyzer": "standard"},
			   "note": {"type": "text", "analyzer": "english"}}}}""";

	private static final String REFERRAL = """
			{"diagnosis": "2型糖尿病伴周围神经病变", "physician": "Müller", "note": "patients were referred"}""";

	@TempDir
	Path state = Path.of("");

	private final HttpClient http = HttpClient.newHttpClient();

	@Test
	void findsAChineseDocumentAlsoAfterARestart() throws IOException, InterruptedException {
		try (RunningServers servers = LocalServers.in(this.state).withElasticsearch().start()) {
			URI node = servers.elasticsearch().uri();
			assertThat(send("HEAD", node, "/", "").statusCode()).isEqualTo(200);
			assertThat(send("GET", node, "/", "").body()).contains("\"number\":\"9.5.2\"");
			assertThat(send("PUT", node, "/referrals", INDEX).statusCode()).isEqualTo(200);
			assertThat(send("PUT", node, "/referrals/_doc/1?refresh=true", REFERRAL).statusCode()).isEqualTo(201);
			assertThat(found(node, "diagnosis", "糖尿病")).isTrue();
			assertThat(found(node, "diagnosis", "高血压")).isFalse();
			assertThat(found(node, "physician", "Mul")).isTrue();
			assertThat(found(node, "note", "patient")).isTrue();
		}

		try (RunningServers servers = LocalServers.in(this.state).withElasticsearch().start()) {
			assertThat(found(servers.elasticsearch().uri(), "diagnosis", "糖尿病")).isTrue();
		}
	}

	private boolean found(URI node, String field, String text) throws IOException, InterruptedException {
		String query = """
				{"query": {"match": {"%s": {"query": "%s", "operator": "and"}}}}""".formatted(field, text);
		HttpResponse<String> answer = send("POST", node, "/referrals/_search?filter_path=hits.hits._id", query);
		assertThat(answer.statusCode()).isEqualTo(200);
		return answer.body().contains("\"_id\":\"1\"");
	}

	private HttpResponse<String> send(String method, URI node, String path, String body)
			throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(node.resolve(path))
			.header("Content-Type", "application/json")
			.method(method, BodyPublishers.ofString(body))
			.build();
		return this.http.send(request, BodyHandlers.ofString());
	}

}

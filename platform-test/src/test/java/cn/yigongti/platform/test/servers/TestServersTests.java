package cn.yigongti.platform.test.servers;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;

import cn.yigongti.localservers.Redis;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TestServersTests {

	@Test
	void keepValuesInRedis() {
		Redis redis = TestServers.redis();
		RedisURI address = RedisURI.builder()
			.withHost(redis.host())
			.withPort(redis.port())
			.withPassword(redis.password().toCharArray())
			.build();
		try (RedisClient client = RedisClient.create(address);
				StatefulRedisConnection<String, String> connection = client.connect()) {
			String key = UUID.randomUUID().toString();
			connection.sync().set(key, "张三");

			assertThat(connection.sync().get(key)).isEqualTo("张三");
		}
	}

	@Test
	void findChineseWordsInElasticsearch() throws IOException, InterruptedException {
		URI index = TestServers.elasticsearch().uri().resolve("/" + UUID.randomUUID() + "/");
		send("PUT", index.resolve("_doc/1?refresh=true"), "{\"diagnosis\": \"2型糖尿病\"}");

		assertThat(send("POST", index.resolve("_search"), "{\"query\": {\"match_phrase\": {\"diagnosis\": \"糖尿病\"}}}"))
			.contains("2型糖尿病");
	}

	private static String send(String method, URI uri, String body) throws IOException, InterruptedException {
		try (HttpClient client = HttpClient.newHttpClient()) {
			HttpRequest request = HttpRequest.newBuilder(uri)
				.header("Content-Type", "application/json")
				.method(method, BodyPublishers.ofString(body))
				.build();
			return client.send(request, BodyHandlers.ofString()).body();
		}
	}

}

package cn.yigongti.platform.cache;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import cn.yigongti.localservers.LocalServers;
import cn.yigongti.localservers.Redis;
import cn.yigongti.localservers.RunningServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class OutageTests {

	private static final String GONE = "Redis does not answer";

	private static final String BACK = "Redis answers again";

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final Logger logger = (Logger) LoggerFactory.getLogger(GuardedRedis.class);

	private final ListAppender<ILoggingEvent> log = new ListAppender<>();

	private final String service = Replica.newService();

	private final RunningServers servers;

	private final Path folder;

	private final Redis redis;

	private volatile String row = "old";

	OutageTests(@TempDir Path folder) {
		this.folder = folder;
		this.servers = LocalServers.in(folder).withRedis().start();
		this.redis = this.servers.redis();
	}

	@BeforeEach
	void listen() {
		this.logger.setLevel(Level.INFO);
		this.log.start();
		this.logger.addAppender(this.log);
	}

	@AfterEach
	void stop() {
		this.logger.detachAppender(this.log);
		this.logger.setLevel(null);
		this.servers.close();
	}

	private Optional<String> load() {
		return Optional.of(this.row);
	}

	private RunningServers restarted() {
		return LocalServers.in(this.folder).withRedis(this.redis.port()).start();
	}

	@Test
	void readsGoOnWithoutRedisAndAreCachedAgainWhenItIsBack() {
		try (Replica replica = Replica.of(this.service, this.redis)) {
			Cache<String> cache = replica.cache("thing", String.class);
			cache.get("a", this::load);
			this.servers.close();
			for (int i = 0; i < 20; i++) {
				this.row = "row " + i;
				assertThat(cache.get("b" + i, this::load)).contains(this.row);
				cache.invalidate();
				assertThat(cache.get("a", this::load)).contains(this.row);
			}
			await().atMost(PATIENCE).untilAsserted(() -> {
				assertThat(cache.get("a", this::load)).contains(this.row);
				assertThat(messages()).containsExactly(GONE);
			});
			try (RunningServers again = restarted()) {
				assertThat(again.redis()).isEqualTo(this.redis);
				await().atMost(PATIENCE).untilAsserted(() -> {
					cache.get("a", this::load);
					assertThat(replica.reads("thing", "hit")).isPositive();
				});
				assertThat(messages()).containsExactly(GONE, BACK);
			}
		}
	}

	@Test
	void aChangeThatRedisDidNotHearOfIsDeliveredWhenItIsBack() {
		try (Replica writer = Replica.of(this.service, this.redis);
				Replica reader = Replica.of(this.service, this.redis)) {
			Cache<String> cache = writer.cache("thing", String.class);
			Cache<String> elsewhere = reader.cache("thing", String.class);
			cache.get("a", this::load);
			this.servers.close();
			this.row = "new";
			cache.invalidate();
			try (RunningServers again = restarted()) {
				assertThat(again.redis()).isEqualTo(this.redis);
				await().atMost(PATIENCE).ignoreExceptions().until(() -> isKept(writer.redis()));
				await().atMost(PATIENCE).untilAsserted(() -> {
					assertThat(cache.get("a", this::load)).as("what it has written itself").contains("new");
					assertThat(elsewhere.get("a", this::load)).contains("new");
				});
			}
		}
	}

	@Test
	void aServiceStartsWithoutRedis() {
		this.servers.close();
		try (Replica replica = Replica.cutOff(this.service, this.redis)) {
			Cache<String> cache = replica.cache("thing", String.class);
			assertThat(cache.get("a", this::load)).contains("old");
			cache.invalidate();
			await().atMost(PATIENCE).untilAsserted(() -> assertThat(messages()).containsExactly(GONE));
			try (RunningServers again = restarted()) {
				assertThat(again.redis()).isEqualTo(this.redis);
				await().atMost(PATIENCE).untilAsserted(() -> {
					cache.get("a", this::load);
					assertThat(replica.reads("thing", "hit")).isPositive();
				});
				assertThat(messages()).containsExactly(GONE, BACK);
			}
		}
	}

	@Test
	void aRedisThatHangsIsSoonLeftAlone() {
		try (Replica replica = Replica.of(this.service, this.redis)) {
			Cache<String> cache = replica.cache("thing", String.class);
			hang(replica);
			int before = replica.commands();
			for (int i = 0; i < 200; i++) {
				assertThat(cache.get("a", this::load)).contains("old");
			}
			assertThat(replica.commands() - before).isBetween(3, 20);
			assertThat(replica.reads("thing", "unavailable")).isEqualTo(200);
			assertThat(messages()).containsExactly(GONE);
		}
	}

	private boolean isKept(StringRedisTemplate commands) {
		return commands.hasKey("{" + this.service + ":thing}:entry:a");
	}

	private static void hang(Replica replica) {
		replica.redis()
			.execute((RedisCallback<Object>) (connection) -> connection.execute("CLIENT", ascii("PAUSE"),
					ascii("600000"), ascii("ALL")));
	}

	private static byte[] ascii(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

	private List<String> messages() {
		return this.log.list.stream()
			.map((event) -> event.getFormattedMessage().replaceFirst("( \\(\\w+\\))?: .*", ""))
			.toList();
	}

}

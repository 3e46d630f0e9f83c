package cn.yigongti.iam.accesschange;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import cn.yigongti.localservers.LocalServers;
import cn.yigongti.localservers.Redis;
import cn.yigongti.localservers.RunningServers;
import cn.yigongti.platform.accesschange.ChangeStream;
import cn.yigongti.platform.test.RepositoryTest;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

import org.springframework.context.annotation.Import;
import org.springframework.data.domain.Range;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestConstructor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Two publishers on a Redis that can be stopped and emptied. */
@RepositoryTest
@Import(NotedChanges.class)
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class PublishChangesTests {

	private final Logger logger = (Logger) LoggerFactory.getLogger(PublishChanges.class);

	private final ListAppender<ILoggingEvent> log = new ListAppender<>();

	private final String key = "changes-" + UUID.randomUUID();

	private final JdbcClient jdbc;

	private final NotedChanges noted;

	private Path folder;

	private RunningServers servers;

	private Redis redis;

	private LettuceConnectionFactory connections;

	private StringRedisTemplate commands;

	private PublishChanges publisher;

	private PublishChanges other;

	PublishChangesTests(JdbcClient jdbc, NotedChanges noted) {
		this.jdbc = jdbc;
		this.noted = noted;
	}

	@BeforeEach
	void start(@TempDir Path folder) {
		this.jdbc.sql("delete from access_change").update();
		this.log.start();
		this.logger.addAppender(this.log);
		this.folder = folder;
		this.servers = LocalServers.in(folder).withRedis().withoutDurability().start();
		this.redis = this.servers.redis();
		var address = new RedisStandaloneConfiguration(this.redis.host(), this.redis.port());
		address.setPassword(this.redis.password());
		this.connections = new LettuceConnectionFactory(address,
				LettuceClientConfiguration.builder()
					.commandTimeout(Duration.ofSeconds(5))
					.clientOptions(
							ClientOptions.builder().disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS).build())
					.build());
		this.connections.afterPropertiesSet();
		this.connections.start();
		this.commands = new StringRedisTemplate(this.connections);
		this.publisher = publisher();
		this.other = publisher();
	}

	private PublishChanges publisher() {
		return new PublishChanges(this.noted, new ChangeStream(this.commands, this.key));
	}

	@AfterEach
	void stop() {
		this.logger.detachAppender(this.log);
		this.connections.destroy();
		this.servers.close();
	}

	@Test
	void publishesEachChangeOnceAndInEachRoundThatThisIsAll() {
		note("user:1", 7);
		this.publisher.round();
		this.publisher.round();
		note("user:1", 9);
		this.publisher.round();
		assertThat(published()).containsExactly(Map.of("user:1", "7", "whole", ""), Map.of("whole", ""),
				Map.of("user:1", "9", "whole", ""));
	}

	@Test
	void saysThatThisIsAllOnlyWithTheLastOfMany() {
		for (int i = 0; i < 1_000; i++) {
			note("user:" + i, 7);
		}
		this.publisher.round();
		assertThat(published()).hasSize(3);
		assertThat(published().get(1)).hasSize(500).doesNotContainKey("whole");
		assertThat(published().get(2)).containsExactly(Map.entry("whole", ""));
		assertThat(pending()).isZero();
	}

	@Test
	void whatOneReplicaHasPublishedAnotherNeedNotAgain() {
		this.other.round();
		note("user:1", 7);
		this.publisher.round();
		this.other.round();
		assertThat(published().getLast()).containsExactly(Map.entry("whole", ""));
	}

	@Test
	void publishesEverythingAnewWhenRedisHasLostItsMemory() {
		note("user:1", 7);
		this.publisher.round();
		this.other.round();
		this.commands.delete(this.key);
		note("user:2", 8);
		this.other.round();
		assertThat(published()).containsExactly(Map.of("user:1", "7", "user:2", "8", "whole", ""));
		this.publisher.round();
		assertThat(published()).hasSize(2).allMatch((entry) -> entry.containsKey("user:1"));
	}

	@Test
	void whatCouldNotBePublishedWaitsForRedis() {
		this.publisher.round();
		this.servers.close();
		note("user:1", 7);
		this.publisher.round();
		this.publisher.round();
		assertThat(pending()).isOne();
		assertThat(messages()).hasSize(1).first().asString().startsWith("Changes of access can't be published");
		this.servers = LocalServers.in(this.folder).withRedis(this.redis.port()).withoutDurability().start();
		// what the test has written is seen in its own transaction only
		await().pollInSameThread().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
			this.publisher.round();
			assertThat(pending()).isZero();
		});
		assertThat(published().getLast()).containsEntry("user:1", "7");
		assertThat(messages()).hasSize(2).last().isEqualTo("Changes of access are published again");
	}

	@Test
	void forgetsWhatConcernsNoTokenAnyMore() {
		note("user:1", 7);
		note("user:2", Duration.ofMillis(System.currentTimeMillis()).toNanos() / 1_000);
		this.noted.forgetOld();
		assertThat(this.noted.all("", 10)).containsOnlyKeys("user:2");
	}

	private void note(String changed, long number) {
		this.jdbc.sql("""
				insert into access_change (key, number) values (:key, :number)
				on conflict (key) do update set number = excluded.number, pending = true""")
			.param("key", changed)
			.param("number", number)
			.update();
	}

	private int pending() {
		return this.jdbc.sql("select count(*) from access_change where pending").query(Integer.class).single();
	}

	private List<Map<String, String>> published() {
		return Objects.requireNonNull(this.commands.<String, String>opsForStream().range(this.key, Range.unbounded()))
			.stream()
			.<Map<String, String>>map((entry) -> new HashMap<>(entry.getValue()))
			.toList();
	}

	private List<String> messages() {
		return this.log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
	}

}

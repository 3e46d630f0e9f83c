package cn.yigongti.platform.accesschange;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import cn.yigongti.localservers.LocalServers;
import cn.yigongti.localservers.Redis;
import cn.yigongti.localservers.RunningServers;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/** One writer and one reader, on a Redis that can be stopped and emptied. */
class FollowChangesTests {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final Logger logger = (Logger) LoggerFactory.getLogger(FollowChanges.class);

	private final ListAppender<ILoggingEvent> log = new ListAppender<>();

	private final String key = "changes-" + UUID.randomUUID();

	private final Path folder;

	private RunningServers servers;

	private final Redis redis;

	private final LettuceConnectionFactory connections;

	private final StringRedisTemplate commands;

	private final ChangeStream stream;

	private long now;

	private final AccessChanges changes = new AccessChanges(new SimpleMeterRegistry(), () -> this.now);

	private final FollowChanges follower;

	FollowChangesTests(@TempDir Path folder) {
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
		this.stream = new ChangeStream(this.commands, this.key);
		this.follower = new FollowChanges(this.stream, this.changes);
	}

	@BeforeEach
	void listen() {
		this.log.start();
		this.logger.addAppender(this.log);
	}

	@AfterEach
	void stop() {
		this.logger.detachAppender(this.log);
		this.connections.destroy();
		this.servers.close();
	}

	@Test
	void hearsWhatWasPublishedBeforeAndAfterItBegan() {
		Optional<String> first = this.stream.append(null, Map.of("user:1", 7L), true);
		this.follower.round();
		knows("user:1", 7);
		assertThat(this.changes.areHeard()).isTrue();
		this.stream.append(first.orElseThrow(), Map.of("user:1", 8L, "role:DOCTOR", 3L), true);
		this.follower.round();
		knows("user:1", 8);
		knows("role:DOCTOR", 3);
	}

	@Test
	void hearsMoreThanAPage() {
		String last = null;
		for (int i = 0; i < 2_500; i++) {
			last = this.stream.append(last, Map.of("user:" + i, 7L), false).orElseThrow();
		}
		this.follower.round();
		knows("user:0", 7);
		knows("user:2499", 7);
	}

	@Test
	void manyChangesAreOneEntry() {
		Map<String, Long> many = new HashMap<>();
		for (int i = 0; i < 500; i++) {
			many.put("user:" + i, 7L);
		}
		this.stream.append(null, many, true);
		this.follower.round();
		knows("user:499", 7);
	}

	@Test
	void trustsNothingUntilTheWriterSaysThatItIsWhole() {
		this.stream.append(null, Map.of("user:1", 7L), false);
		this.follower.round();
		knows("user:1", 7);
		assertThat(this.changes.areHeard()).isFalse();
	}

	@Test
	void anEmptyRedisIsNotTakenForNothingHasChanged() {
		String last = this.stream.append(null, Map.of("user:1", 7L), true).orElseThrow();
		this.follower.round();
		this.commands.delete(this.key);
		assertThat(this.stream.append(last, Map.of(), true)).as("the writer notices").isEmpty();
		pass(Duration.ofSeconds(6));
		this.follower.round();
		assertThat(this.changes.areHeard()).isFalse();
		knows("user:1", 7);
		this.stream.append(null, Map.of("user:1", 7L, "user:2", 9L), true);
		this.follower.round();
		assertThat(this.changes.areHeard()).isTrue();
		knows("user:2", 9);
	}

	@Test
	void saysOnceThatNothingIsPublishedAndOnceThatItIsAgain() {
		this.follower.round();
		assertThat(messages()).isEmpty();
		pass(Duration.ofSeconds(6));
		this.follower.round();
		this.follower.round();
		assertThat(messages()).containsExactly("Changes of access are not heard of (nothing is published):"
				+ " requests go on with what their tokens say");
		this.stream.append(null, Map.of(), true);
		this.follower.round();
		this.follower.round();
		assertThat(messages()).hasSize(2).last().isEqualTo("Changes of access are heard of again");
	}

	@Test
	void goesOnWithoutRedisAndHearsAgainWhenItIsBack() {
		this.stream.append(null, Map.of("user:1", 7L), true);
		this.follower.round();
		this.servers.close();
		pass(Duration.ofSeconds(6));
		this.follower.round();
		this.follower.round();
		assertThat(messages()).hasSize(1);
		assertThat(this.changes.areHeard()).isFalse();
		knows("user:1", 7);
		this.servers = LocalServers.in(this.folder).withRedis(this.redis.port()).withoutDurability().start();
		await().atMost(PATIENCE)
			.ignoreExceptions()
			.until(() -> this.stream.append(null, Map.of("user:1", 8L), true).isPresent());
		await().atMost(PATIENCE).untilAsserted(() -> {
			this.follower.round();
			knows("user:1", 8);
		});
		assertThat(this.changes.areHeard()).isTrue();
		assertThat(messages()).hasSize(2);
	}

	private void pass(Duration duration) {
		this.now += duration.toNanos();
	}

	private void knows(String name, long number) {
		this.changes.verify(Map.of(name, number));
		assertThatExceptionOfType(TokenOutdated.class).isThrownBy(() -> this.changes.verify(Map.of(name, number - 1)));
	}

	private List<String> messages() {
		return this.log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
	}

}

package cn.yigongti.platform.cache;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import cn.yigongti.localservers.Redis;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.event.command.CommandListener;
import io.lettuce.core.event.command.CommandStartedEvent;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.awaitility.Awaitility;

import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;

/** One process of a service that caches, as far as its cache is concerned. */
final class Replica implements AutoCloseable {

	private final LettuceConnectionFactory connections;

	private final SimpleAsyncTaskScheduler scheduler = new SimpleAsyncTaskScheduler();

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final AtomicInteger commands = new AtomicInteger();

	private final Caches caches;

	private Replica(Redis redis, String service) {
		var address = new RedisStandaloneConfiguration(redis.host(), redis.port());
		address.setPassword(redis.password());
		this.connections = new LettuceConnectionFactory(address,
				LettuceClientConfiguration.builder()
					.commandTimeout(Duration.ofMillis(500))
					.clientOptions(
							ClientOptions.builder().disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS).build())
					.build());
		this.connections.afterPropertiesSet();
		this.connections.start();
		count((RedisClient) this.connections.getRequiredNativeClient());
		GuardedRedis guarded = new GuardedRedis(new StringRedisTemplate(this.connections), this.scheduler);
		this.caches = new Caches((name) -> new RedisEntries(guarded, service + ":" + name, Duration.ofSeconds(60)),
				this.meters);
		guarded.start();
	}

	private void count(RedisClient client) {
		client.addListener(new CommandListener() {
			@Override
			public void commandStarted(CommandStartedEvent event) {
				Replica.this.commands.incrementAndGet();
			}
		});
	}

	static String newService() {
		return "service-" + UUID.randomUUID();
	}

	/** Ready to cache. */
	static Replica of(String service, Redis redis) {
		Replica replica = cutOff(service, redis);
		Cache<String> probe = replica.caches.create("probe", String.class);
		Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
			probe.get("key", () -> Optional.of("value"));
			return replica.reads("probe", "hit") > 0;
		});
		return replica;
	}

	/** Perhaps without a Redis to talk to. */
	static Replica cutOff(String service, Redis redis) {
		return new Replica(redis, service);
	}

	<V> Cache<V> cache(String name, Class<V> type) {
		return this.caches.create(name, type);
	}

	StringRedisTemplate redis() {
		return new StringRedisTemplate(this.connections);
	}

	double reads(String cache, String result) {
		return Objects
			.requireNonNull(this.meters.find("yigongti.cache.reads").tags("cache", cache, "result", result).counter())
			.count();
	}

	/** Commands sent to Redis so far. */
	int commands() {
		return this.commands.get();
	}

	@Override
	public void close() {
		this.scheduler.close();
		this.connections.destroy();
	}

}

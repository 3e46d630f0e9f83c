package cn.yigongti.platform.cache;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * Entries in Redis, each with the generation it belongs to in front of it. A generation
 * is a random text: one that was lost with the memory of Redis never comes back, as a
 * number would.
 */
final class RedisEntries implements Entries {

	private static final Duration GENERATION_LIVES = Duration.ofDays(1);

	private final GuardedRedis redis;

	private final String prefix;

	private final String generationKey;

	private final Duration timeToLive;

	/** Changes of the database so far, and up to which of them Redis knows. */
	private final AtomicLong changes = new AtomicLong();

	private final AtomicLong delivered = new AtomicLong();

	private final AtomicBoolean waiting = new AtomicBoolean();

	/**
	 * Entries of a cache.
	 * @param prefix of all keys, which no other cache has
	 */
	RedisEntries(GuardedRedis redis, String prefix, Duration timeToLive) {
		this.redis = redis;
		// in braces, so that a Redis cluster keeps them together
		this.prefix = "{" + prefix + "}:";
		this.generationKey = this.prefix + "generation";
		this.timeToLive = timeToLive;
	}

	@Override
	public Optional<Snapshot> read(List<String> keys) {
		return isBehind() ? Optional.empty() : this.redis.ask((commands) -> snapshot(commands, keys));
	}

	private Snapshot snapshot(StringRedisTemplate commands, List<String> keys) {
		List<String> all = new ArrayList<>(keys.size() + 1);
		all.add(this.generationKey);
		keys.forEach((key) -> all.add(entryKey(key)));
		List<String> texts = Objects.requireNonNull(commands.opsForValue().multiGet(all));
		String generation = texts.getFirst();
		if (generation == null) {
			return new Snapshot(firstGeneration(commands), Map.of());
		}
		Map<String, String> values = new HashMap<>();
		for (int i = 0; i < keys.size(); i++) {
			String text = texts.get(i + 1);
			if (text != null && text.startsWith(generation)) {
				values.put(keys.get(i), text.substring(generation.length()));
			}
		}
		return new Snapshot(generation, values);
	}

	private String firstGeneration(StringRedisTemplate commands) {
		String proposed = newGeneration();
		commands.opsForValue().setIfAbsent(this.generationKey, proposed, GENERATION_LIVES);
		return Objects.requireNonNullElse(commands.opsForValue().get(this.generationKey), proposed);
	}

	@Override
	@SuppressWarnings("NullAway") // what is done in a pipeline answers nothing
	public void write(String generation, Map<String, String> values) {
		this.redis.ask((commands) -> commands.executePipelined((RedisCallback<Object>) (connection) -> {
			values.forEach((key, text) -> connection.stringCommands()
				.pSetEx(bytes(entryKey(key)), this.timeToLive.toMillis(), bytes(generation + text)));
			return null;
		}));
	}

	@Override
	public void renew() {
		this.changes.incrementAndGet();
		deliver();
	}

	private void deliver() {
		long upTo = this.changes.get();
		boolean done = this.redis.ask((commands) -> {
			commands.opsForValue().set(this.generationKey, newGeneration(), GENERATION_LIVES);
			return true;
		}).isPresent();
		if (done) {
			this.delivered.accumulateAndGet(upTo, Math::max);
		}
		else if (this.waiting.compareAndSet(false, true)) {
			this.redis.later(this::deliverAgain);
		}
	}

	private void deliverAgain() {
		this.waiting.set(false);
		if (isBehind()) {
			deliver();
		}
	}

	/** Whether Redis may hold as true what this process knows to be old. */
	private boolean isBehind() {
		return this.delivered.get() < this.changes.get();
	}

	private String entryKey(String key) {
		return this.prefix + "entry:" + key;
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static String newGeneration() {
		return UUID.randomUUID().toString();
	}

}

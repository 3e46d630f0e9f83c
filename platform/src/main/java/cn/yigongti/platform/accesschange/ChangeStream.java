package cn.yigongti.platform.accesschange;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.core.io.ClassPathResource;
import org.springframework.data.domain.Range;
import org.springframework.data.domain.Range.Bound;
import org.springframework.data.redis.connection.Limit;
import org.springframework.data.redis.connection.stream.MapRecord;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;

/**
 * Changes in Redis, in the order in which they were published. An entry holds names with
 * numbers, and may close with the mark that nothing is missing up to here. Redis may lose
 * it all at any moment; so whoever writes says which entry of theirs must still be there.
 */
public final class ChangeStream {

	/** Longer than any token is valid. */
	static final Duration KEPT = Duration.ofMinutes(20);

	/** No name of a change: those have a colon. */
	private static final String WHOLE = "whole";

	private static final RedisScript<String> APPEND = RedisScript.of(new ClassPathResource("append-change.lua"),
			String.class);

	private final StringRedisTemplate redis;

	private final String key;

	public ChangeStream(StringRedisTemplate redis, String key) {
		this.redis = redis;
		this.key = key;
	}

	record Entry(String id, Map<String, Long> changes, boolean whole) {

	}

	/**
	 * Appends changes.
	 * @param after the entry this writer has written last; {@code null} when it begins,
	 * with all changes of the last {@link #KEPT time}
	 * @param whole whether nothing is missing then
	 * @return the new entry, or nothing when the one before is lost, and with it perhaps
	 * others: the writer has to begin anew
	 */
	public Optional<String> append(@Nullable String after, Map<String, Long> changes, boolean whole) {
		List<String> arguments = new ArrayList<>();
		arguments.add((after != null) ? after : "");
		arguments.add(Long.toString(KEPT.toSeconds()));
		changes.forEach((name, number) -> {
			arguments.add(name);
			arguments.add(Long.toString(number));
		});
		if (whole) {
			arguments.add(WHOLE);
			arguments.add("");
		}
		return Optional.ofNullable(this.redis.execute(APPEND, List.of(this.key), arguments.toArray()));
	}

	/** Entries from this one on, or from the first there is. */
	List<Entry> read(@Nullable String from, int limit) {
		Range<String> range = Range.of((from != null) ? Bound.inclusive(from) : Bound.unbounded(), Bound.unbounded());
		List<MapRecord<String, String, String>> records = this.redis.<String, String>opsForStream()
			.range(this.key, range, Limit.limit().count(limit));
		return Objects.requireNonNull(records).stream().map(ChangeStream::entry).toList();
	}

	private static Entry entry(MapRecord<String, String, String> written) {
		Map<String, Long> changes = new HashMap<>();
		written.getValue().forEach((name, number) -> {
			if (!name.equals(WHOLE)) {
				changes.put(name, Long.valueOf(number));
			}
		});
		return new Entry(written.getId().getValue(), changes, written.getValue().containsKey(WHOLE));
	}

}

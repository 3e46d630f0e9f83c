package cn.yigongti.iam.accesschange;

import java.sql.ResultSet;
import java.util.Collection;
import java.util.SequencedMap;
import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/** What the triggers have noted: the last change of each thing, by its number. */
@Repository
public class NotedChanges {

	private final JdbcClient jdbc;

	NotedChanges(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** How far a token knows of changes of these things, and of any role. */
	public AsOf asOf(Collection<AccessKey> keys) {
		return new AsOf(
				read(this.jdbc.sql("select key, number from access_change where key = any (:keys) or key like 'role:%'")
					.param("keys", keys.stream().map(AccessKey::toString).toArray(String[]::new))));
	}

	/** A page of all that are of interest to anybody, by key. */
	SequencedMap<String, Long> all(String after, int limit) {
		return read(this.jdbc.sql("select key, number from access_change where key > :after order by key limit :limit")
			.param("after", after)
			.param("limit", limit));
	}

	/** The same of those that are not yet published. */
	SequencedMap<String, Long> pending(String after, int limit) {
		return read(this.jdbc
			.sql("select key, number from access_change where pending and key > :after order by key limit :limit")
			.param("after", after)
			.param("limit", limit));
	}

	/**
	 * These were published. One that is changing again is passed over and will be
	 * published again.
	 */
	void markPublished(Map<String, Long> changes) {
		if (changes.isEmpty()) {
			return;
		}
		this.jdbc.sql("""
				update access_change set pending = false where key in (
					select key from access_change join unnest(:keys, :numbers) published (key, number)
						using (key, number)
					where pending for update of access_change skip locked)""")
			.param("keys", changes.keySet().toArray(String[]::new))
			.param("numbers", changes.values().toArray(Long[]::new))
			.update();
	}

	/**
	 * Forgets what is older than any token, with an ample margin for transactions that
	 * take long between noting a change and committing it.
	 */
	@Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT10M")
	void forgetOld() {
		this.jdbc.sql("""
				delete from access_change where key in (
					select key from access_change
					where number < (extract(epoch from clock_timestamp() - interval '2 hours') * 1000000)::bigint
					for update skip locked)""").update();
	}

	private static SequencedMap<String, Long> read(JdbcClient.StatementSpec statement) {
		SequencedMap<String, Long> numbers = new LinkedHashMap<>();
		statement.query((ResultSet row) -> {
			numbers.put(row.getString("key"), row.getLong("number"));
		});
		return numbers;
	}

}

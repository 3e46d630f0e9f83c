package cn.yigongti.search.server;

import java.net.URI;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Elasticsearch is, and how it is used.
 *
 * @param uri of Elasticsearch; without it nothing is kept there, and every search is
 * answered by the database
 * @param username for HTTP basic authentication, together with {@code password}
 * @param password see {@code username}
 * @param apiKey instead of them
 * @param sslBundle the {@code spring.ssl.bundle} whose authorities are trusted and whose
 * key is shown, if it has one
 * @param prefix of all names in Elasticsearch, for installations that share one
 * @param shards of each index
 * @param replicas of each shard
 * @param connections at most, of this process
 * @param timeLimit of a search
 * @param writeTimeLimit of a request that writes
 * @param maxLag how far an index may be behind its rows before the database is asked
 * instead
 * @param pollInterval how often a replica looks for changes made by others
 * @param batch how many rows are read and written at once
 * @param keepOldFor how long an index that was replaced stays, for searches under way
 */
@ConfigurationProperties("yigongti.search")
public record SearchProperties(@Nullable URI uri, @Nullable String username, @Nullable String password,
		@Nullable String apiKey, @Nullable String sslBundle, @DefaultValue("") String prefix,
		@DefaultValue("1") int shards, @DefaultValue("0") int replicas, @DefaultValue("10") int connections,
		@DefaultValue("2s") Duration timeLimit, @DefaultValue("10s") Duration writeTimeLimit,
		@DefaultValue("1m") Duration maxLag, @DefaultValue("1s") Duration pollInterval, @DefaultValue("500") int batch,
		@DefaultValue("10s") Duration keepOldFor) {

	/** Less than what the database grants to a transaction that waits. */
	private static final Duration LONGEST_WRITE = Duration.ofSeconds(20);

	public SearchProperties {
		if ((username == null) != (password == null) || (username != null && apiKey != null)) {
			throw new IllegalArgumentException(
					"yigongti.search needs username and password, or an api-key, or nothing of it");
		}
		if (writeTimeLimit.compareTo(LONGEST_WRITE) > 0) {
			throw new IllegalArgumentException("yigongti.search.write-time-limit is longer than " + LONGEST_WRITE);
		}
		if (batch < 1 || batch > 5_000) {
			throw new IllegalArgumentException("yigongti.search.batch must be between 1 and 5000");
		}
	}

	/** Nothing secret. */
	@Override
	public String toString() {
		return "SearchProperties[uri=" + ((this.uri != null) ? this.uri.getHost() : "none") + "]";
	}

}

package cn.yigongti.platform.test.servers;

import cn.yigongti.localservers.Elasticsearch;
import cn.yigongti.localservers.Postgres;
import cn.yigongti.localservers.Redis;

/** The servers of this Maven run; the first test that asks for one starts it. */
public final class TestServers {

	private TestServers() {
	}

	/** A primary and a hot standby; tests take a {@link TestDatabase} there. */
	public static Postgres postgres() {
		return Databases.POSTGRES;
	}

	/** One Redis for all tests: keys must be such that tests don't meet. */
	public static Redis redis() {
		return Databases.REDIS;
	}

	/**
	 * One Elasticsearch for all tests: names of indexes must be such that tests don't
	 * meet.
	 */
	public static Elasticsearch elasticsearch() {
		return Search.ELASTICSEARCH;
	}

	/* Started when first used, and not before. */
	private static final class Databases {

		private static final SharedServers SHARED = SharedServers.join("databases", "postgres", "redis");

		private static final Postgres POSTGRES = SHARED.postgres();

		private static final Redis REDIS = SHARED.redis();

	}

	private static final class Search {

		private static final Elasticsearch ELASTICSEARCH = SharedServers.join("search", "elasticsearch")
			.elasticsearch();

	}

}

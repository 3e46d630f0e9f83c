package cn.yigongti.platform.test.servers;

import java.util.Objects;

import cn.yigongti.localservers.Addresses;
import cn.yigongti.localservers.Elasticsearch;
import cn.yigongti.localservers.Postgres;
import cn.yigongti.localservers.Redis;

/**
 * The servers of the tests; the first test that asks for one starts it. They are
 * processes that all test JVMs of a Maven run share, or, with
 * {@code YIGONGTI_TEST_SERVERS=containers} in the environment, containers of each test
 * JVM.
 */
public final class TestServers {

	private static final boolean IN_CONTAINERS = "containers".equals(System.getenv("YIGONGTI_TEST_SERVERS"));

	private TestServers() {
	}

	/** A primary and a hot standby; tests take a {@link TestDatabase} there. */
	public static Postgres postgres() {
		return Objects.requireNonNull(Databases.ADDRESSES.postgres());
	}

	/** One Redis for all tests: keys must be such that tests don't meet. */
	public static Redis redis() {
		return Objects.requireNonNull(Databases.ADDRESSES.redis());
	}

	/**
	 * One Elasticsearch for all tests: names of indexes must be such that tests don't
	 * meet.
	 */
	public static Elasticsearch elasticsearch() {
		return Objects.requireNonNull(Search.ADDRESSES.elasticsearch());
	}

	/** Whether other test JVMs go on with these servers when this one has ended. */
	static boolean areShared() {
		return !IN_CONTAINERS;
	}

	/* Started when first used, and not before. */
	private static final class Databases {

		private static final Addresses ADDRESSES = IN_CONTAINERS ? ContainerServers.startDatabases()
				: SharedServers.join("databases", "postgres", "redis");

	}

	private static final class Search {

		private static final Addresses ADDRESSES = IN_CONTAINERS ? ContainerServers.startSearch()
				: SharedServers.join("search", "elasticsearch");

	}

}

package cn.yigongti.gateway.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import cn.yigongti.localservers.LocalServers;
import cn.yigongti.localservers.Redis;
import cn.yigongti.localservers.RunningServers;

/** One real Redis for all tests of the module; it ends with this JVM. */
final class TestRedis {

	private static final RunningServers SERVERS = start();

	private TestRedis() {
	}

	static List<String> properties() {
		return properties(SERVERS.redis());
	}

	static List<String> properties(Redis redis) {
		return List.of("spring.data.redis.host=" + redis.host(), "spring.data.redis.port=" + redis.port(),
				"spring.data.redis.password=" + redis.password());
	}

	private static RunningServers start() {
		try {
			return LocalServers.in(Files.createTempDirectory(Path.of("target"), "redis"))
				.withRedis()
				.withoutDurability()
				.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}

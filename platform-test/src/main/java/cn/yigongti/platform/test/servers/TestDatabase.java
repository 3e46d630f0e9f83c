package cn.yigongti.platform.test.servers;

import java.security.SecureRandom;
import java.util.HexFormat;

import cn.yigongti.localservers.Postgres;

/**
 * An empty database of one's own, with a role that owns nothing else; both are gone when
 * the JVM ends.
 *
 * @param url JDBC address on the primary
 * @param standbyUrl JDBC address on the hot standby
 */
public record TestDatabase(String name, String url, String standbyUrl, String username, String password) {

	/**
	 * Makes a database that no other call gets.
	 * @param prefix of its name, in small letters
	 */
	public static TestDatabase create(String prefix) {
		Postgres postgres = TestServers.postgres();
		String name = prefix + "_" + random(4);
		String password = random(16);
		postgres.createDatabase(name, name, password);
		if (TestServers.areShared()) {
			Runtime.getRuntime().addShutdownHook(new Thread(() -> postgres.dropDatabase(name, name)));
		}
		return new TestDatabase(name, postgres.url(name), postgres.standbyUrl(name), name, password);
	}

	private static String random(int bytes) {
		byte[] random = new byte[bytes];
		new SecureRandom().nextBytes(random);
		return HexFormat.of().formatHex(random);
	}

}

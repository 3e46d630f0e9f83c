package cn.yigongti.platform.test.servers;

import java.security.SecureRandom;
import java.util.HexFormat;

import cn.yigongti.localservers.Postgres;
import cn.yigongti.localservers.Postgres.Login;

/**
 * An empty database of one's own, with an owner and a user as a service has them; all are
 * gone when the JVM ends.
 *
 * @param url JDBC address on the primary
 * @param standbyUrl JDBC address on the hot standby
 * @param owner who lays out the tables
 * @param user who works with them
 */
public record TestDatabase(String name, String url, String standbyUrl, Login owner, Login user) {

	/**
	 * Makes a database that no other call gets.
	 * @param prefix of its name, in small letters
	 */
	public static TestDatabase create(String prefix) {
		Postgres postgres = TestServers.postgres();
		String name = prefix + "_" + random(4);
		Login owner = new Login(name + "_owner", random(16));
		Login user = new Login(name, random(16));
		postgres.createDatabase(name, owner, user);
		if (TestServers.areShared()) {
			Runtime.getRuntime().addShutdownHook(new Thread(() -> postgres.dropDatabase(name, owner, user)));
		}
		return new TestDatabase(name, postgres.url(name), postgres.standbyUrl(name), owner, user);
	}

	private static String random(int bytes) {
		byte[] random = new byte[bytes];
		new SecureRandom().nextBytes(random);
		return HexFormat.of().formatHex(random);
	}

}

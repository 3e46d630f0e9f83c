package cn.yigongti.localservers;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** One Redis that asks for a password. */
final class RedisServer implements RunningServer {

	private static final Duration READY_LIMIT = Duration.ofSeconds(20);

	private final Leash leash;

	private final Redis address;

	private RedisServer(Leash leash, Redis address) {
		this.leash = leash;
		this.address = address;
	}

	static RedisServer start(StateFolder state, String password, int port, boolean durable) {
		Redis address = new Redis(Ports.LOOPBACK, port, password);
		Path folder = state.folder("redis");
		Path configuration = folder.resolve("redis.conf");
		try {
			PrivateFile.write(configuration, configuration(address, folder, durable));
		}
		catch (IOException ex) {
			throw new CannotStart("Cannot configure Redis in " + folder + ": " + ex, ex);
		}
		Leash leash = Leash.start("redis", state, "TERM",
				List.of(Binaries.redis().toString(), configuration.toString()));
		try {
			leash.awaitReady(READY_LIMIT, () -> answers(address));
			return new RedisServer(leash, address);
		}
		catch (RuntimeException ex) {
			leash.close();
			throw ex;
		}
	}

	/**
	 * The password stands in this file, not among the arguments, which everybody on the
	 * machine can read.
	 */
	private static String configuration(Redis address, Path folder, boolean durable) {
		return """
				bind %s
				port %d
				requirepass %s
				dir "%s"
				appendonly %s
				save ""
				maxmemory 128mb
				maxmemory-policy noeviction
				""".formatted(address.host(), address.port(), address.password(), folder, durable ? "yes" : "no");
	}

	private static boolean answers(Redis address) {
		try (Socket socket = new Socket(address.host(), address.port())) {
			socket.setSoTimeout(2000);
			socket.getOutputStream()
				.write("AUTH %s\r\nPING\r\n".formatted(address.password()).getBytes(StandardCharsets.US_ASCII));
			InputStream answer = socket.getInputStream();
			String expected = "+OK\r\n+PONG\r\n";
			return new String(answer.readNBytes(expected.length()), StandardCharsets.US_ASCII).equals(expected);
		}
		catch (IOException notYet) {
			return false;
		}
	}

	@Override
	public Addresses addTo(Addresses others) {
		return new Addresses(others.postgres(), this.address, others.elasticsearch());
	}

	@Override
	public void close() {
		this.leash.close();
	}

}

package cn.yigongti.localservers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Here the owner is a process of its own, so that it can be killed. */
class OwnerDeathTests {

	private static final Duration LIMIT = Duration.ofSeconds(60);

	@TempDir
	Path folder = Path.of("");

	private final Process watched = startWatched();

	@AfterEach
	void endWatched() {
		this.watched.destroyForcibly();
	}

	@Test
	void noServerOutlivesAKilledOwner() throws IOException {
		Process owner = start("postgres", "redis", "elasticsearch");
		List<Integer> ports = awaitPorts(owner);
		assertThat(ports).hasSize(4).allMatch(OwnerDeathTests::open);

		owner.destroyForcibly();

		await().atMost(LIMIT).until(() -> ports.stream().noneMatch(OwnerDeathTests::open));
	}

	@Test
	void serversEndWithTheWatchedProcess() throws IOException {
		Process owner = start("postgres", "redis");
		List<Integer> ports = awaitPorts(owner);

		this.watched.destroyForcibly();

		await().atMost(LIMIT).until(() -> !owner.isAlive());
		assertThat(ports).noneMatch(OwnerDeathTests::open);
		assertThat(this.folder.resolve("state")).doesNotExist();
		assertThat(this.folder.resolve("addresses.json")).doesNotExist();
	}

	@Test
	void theNextOwnerWaitsForTheServersOfAKilledOne() throws IOException {
		Process killed = start("postgres", "redis");
		awaitPorts(killed);
		killed.destroyForcibly().onExit().join();
		Files.delete(this.folder.resolve("addresses.json"));

		Process next = start("postgres", "redis");

		assertThat(awaitPorts(next)).hasSize(3).allMatch(OwnerDeathTests::open);
		next.destroyForcibly();
	}

	@Test
	void addressesAreForTheirOwnerOnly() throws IOException {
		Process owner = start("redis");
		awaitPorts(owner);

		assertThat(Files.getPosixFilePermissions(this.folder.resolve("addresses.json")))
			.isEqualTo(PosixFilePermissions.fromString("rw-------"));
		owner.destroyForcibly();
	}

	private Process start(String... servers) throws IOException {
		return ServersProcess.start(this.folder.resolve("state"), this.folder.resolve("addresses.json"),
				this.watched.toHandle(), this.folder.resolve("process.log"), servers);
	}

	private List<Integer> awaitPorts(Process owner) throws IOException {
		Path addresses = this.folder.resolve("addresses.json");
		await().atMost(LIMIT)
			.failFast(
					() -> assertThat(owner.isAlive()).as(Files.readString(this.folder.resolve("process.log"))).isTrue())
			.until(() -> Files.exists(addresses));
		return Pattern.compile("(?<=[pP]ort\": |127\\.0\\.0\\.1:)\\d+")
			.matcher(Files.readString(addresses))
			.results()
			.map((port) -> Integer.valueOf(port.group()))
			.toList();
	}

	private static boolean open(int port) {
		try (Socket socket = new Socket(InetAddress.ofLiteral(Ports.LOOPBACK), port)) {
			return socket.isConnected();
		}
		catch (IOException closed) {
			return false;
		}
	}

	private static Process startWatched() {
		try {
			return new ProcessBuilder("sleep", "3600").start();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}

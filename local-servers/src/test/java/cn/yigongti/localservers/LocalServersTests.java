package cn.yigongti.localservers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class LocalServersTests {

	@TempDir
	Path state = Path.of("");

	@Test
	void comeUpWithTheSameDataAfterAStop() throws SQLException, IOException {
		Redis before;
		try (RunningServers servers = start()) {
			before = servers.redis();
			Databases.createPatient(servers.postgres(), "张三");
			try (RedisClient client = new RedisClient(before)) {
				assertThat(client.ask("AUTH " + before.password())).isEqualTo("+OK");
				assertThat(client.ask("SET patient 张三")).isEqualTo("+OK");
			}
		}

		try (RunningServers servers = start()) {
			assertThat(servers.redis().password()).isEqualTo(before.password());
			assertThat(Databases.patientOnPrimary(servers.postgres())).isEqualTo("张三");
			assertThat(Databases.patientOnStandby(servers.postgres())).isEqualTo("张三");
			try (RedisClient client = new RedisClient(servers.redis())) {
				client.ask("AUTH " + before.password());
				assertThat(client.ask("GET patient")).isEqualTo("张三");
			}
		}
	}

	@Test
	void comeUpWithTheSameDataAfterEverythingWasKilled() throws SQLException {
		RunningServers killed = start();
		Databases.createPatient(killed.postgres(), "张三");
		List<ProcessHandle> processes = ProcessHandle.current().descendants().toList();
		processes.forEach(ProcessHandle::destroyForcibly);
		processes.forEach((process) -> process.onExit().join());
		killed.close();

		try (RunningServers servers = start()) {
			assertThat(Databases.patientOnPrimary(servers.postgres())).isEqualTo("张三");
			Databases.rename(servers.postgres(), "李四");
			assertThat(Databases.patientOnStandby(servers.postgres())).isEqualTo("李四");
		}
	}

	@Test
	void copyAStandbyAnewThatCannotFollow() throws SQLException, IOException {
		try (RunningServers servers = startQuickly()) {
			Databases.createPatient(servers.postgres(), "张三");
		}
		Trees.delete(this.state.resolve("postgres/standby/pg_wal"));
		Files.writeString(this.state.resolve("postgres/standby/global/pg_control"), "not a control file");

		try (RunningServers servers = startQuickly()) {
			assertThat(Databases.patientOnStandby(servers.postgres())).isEqualTo("张三");
		}
	}

	@Test
	void copyAStandbyAnewForWhichThePrimaryKeptNothing() throws SQLException {
		try (RunningServers servers = startQuickly()) {
			Databases.createPatient(servers.postgres(), "张三");
			stopStandbyAndDropItsSlot(servers);
		}

		try (RunningServers servers = startQuickly()) {
			assertThat(Databases.patientOnStandby(servers.postgres())).isEqualTo("张三");
		}
	}

	@Test
	void startBesideAForeignProcessThatGotThePidOfThePostmaster() throws SQLException, IOException {
		try (RunningServers servers = startQuickly()) {
			Databases.createPatient(servers.postgres(), "张三");
		}
		Files.writeString(this.state.resolve("postgres/primary/postmaster.pid"), ProcessHandle.current().pid() + "\n");

		try (RunningServers servers = startQuickly()) {
			assertThat(Databases.patientOnPrimary(servers.postgres())).isEqualTo("张三");
		}
	}

	@Test
	void sayWhichPortIsInUse() throws IOException {
		try (ServerSocket taken = new ServerSocket()) {
			taken.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));

			assertThatExceptionOfType(CannotStart.class)
				.isThrownBy(() -> LocalServers.in(this.state).withPostgres().withRedis(taken.getLocalPort()).start())
				.withMessage("Port %d, wanted for Redis, is in use on 127.0.0.1: stop what listens there or choose "
						+ "another port", taken.getLocalPort());
		}
		assertThat(ProcessHandle.current().descendants()).isEmpty();
	}

	@Test
	void listenOnTheWantedPorts() {
		int port = Ports.claim("a test", Ports.ANY);

		try (RunningServers servers = LocalServers.in(this.state).withRedis(port).start()) {
			assertThat(servers.redis().port()).isEqualTo(port);
		}
	}

	@Test
	void haveOneOwnerAtATime() {
		try (RunningServers servers = LocalServers.in(this.state).withRedis().start()) {
			assertThat(servers.redis().host()).isEqualTo("127.0.0.1");
			assertThatExceptionOfType(CannotStart.class)
				.isThrownBy(() -> LocalServers.in(this.state).withRedis().start())
				.withMessageContaining("run already");
		}
	}

	@Test
	void showTheEndOfTheLogOfAServerThatDoesNotStart() throws IOException {
		Files.createDirectories(this.state.resolve("redis"));
		Files.writeString(this.state.resolve("redis/appendonly.aof"), "not what Redis writes");

		assertThatExceptionOfType(CannotStart.class).isThrownBy(() -> LocalServers.in(this.state).withRedis().start())
			.withMessageContainingAll("redis ended with status 1", "logs/redis.log",
					"Bad file format reading the append only file");
	}

	@Test
	void keepTheirPasswordsToTheirOwner() throws IOException {
		try (RunningServers servers = LocalServers.in(this.state).withRedis().start()) {
			Path secrets = this.state.resolve("secrets.properties");
			assertThat(Files.readString(secrets)).contains(servers.redis().password());
			assertThat(Files.getPosixFilePermissions(secrets)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
			assertThat(servers.addresses().toString()).doesNotContain(servers.redis().password());
		}
	}

	@Test
	void areOnlyThoseAskedFor() {
		try (RunningServers servers = LocalServers.in(this.state).withRedis().start()) {
			assertThatIllegalStateException().isThrownBy(servers::postgres)
				.withMessageContaining("PostgreSQL wasn't asked for");
		}
	}

	@Test
	void askForThePasswordOfRedis() throws IOException {
		try (RunningServers servers = LocalServers.in(this.state).withRedis().start();
				RedisClient client = new RedisClient(servers.redis())) {
			assertThat(client.ask("GET patient")).startsWith("-NOAUTH");
			assertThat(client.ask("AUTH guess")).startsWith("-WRONGPASS");
		}
	}

	private RunningServers start() {
		return LocalServers.in(this.state).withPostgres().withRedis().start();
	}

	private RunningServers startQuickly() {
		return LocalServers.in(this.state).withPostgres().withoutDurability().start();
	}

	private static void stopStandbyAndDropItsSlot(RunningServers servers) throws SQLException {
		ProcessHandle.current()
			.descendants()
			.filter((process) -> process.info()
				.arguments()
				.map(List::of)
				.filter((arguments) -> arguments.contains("primary_slot_name=standby"))
				.isPresent())
			.forEach(ProcessHandle::destroyForcibly);
		PostgresSlots.dropWhenInactive(servers.postgres());
	}

}

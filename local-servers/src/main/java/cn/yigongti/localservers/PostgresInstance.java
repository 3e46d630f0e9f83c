package cn.yigongti.localservers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One postmaster on one data directory. Its settings are arguments, so an old directory
 * gets today's.
 */
final class PostgresInstance {

	private static final Map<String, String> SETTINGS = Map.ofEntries(Map.entry("listen_addresses", Ports.LOOPBACK),
			Map.entry("unix_socket_directories", ""), Map.entry("password_encryption", "scram-sha-256"),
			Map.entry("timezone", "UTC"), Map.entry("log_timezone", "UTC"), Map.entry("max_connections", "200"),
			Map.entry("shared_buffers", "32MB"), Map.entry("io_method", "sync"), Map.entry("max_worker_processes", "4"),
			Map.entry("wal_level", "replica"), Map.entry("max_wal_senders", "10"),
			Map.entry("max_replication_slots", "10"), Map.entry("max_wal_size", "256MB"),
			Map.entry("min_wal_size", "32MB"), Map.entry("max_slot_wal_keep_size", "512MB"),
			Map.entry("hot_standby", "on"), Map.entry("recovery_init_sync_method", "syncfs"),
			Map.entry("hot_standby_feedback", "on"), Map.entry("wal_receiver_status_interval", "1s"),
			Map.entry("wal_retrieve_retry_interval", "200ms"));

	private static final Map<String, String> VOLATILE = Map.of("fsync", "off", "full_page_writes", "off",
			"checkpoint_timeout", "30min");

	private final String name;

	private final Path data;

	private final PostgresProgram program;

	private final Map<String, String> settings = new LinkedHashMap<>(SETTINGS);

	PostgresInstance(String name, Path data, PostgresProgram program, boolean durable) {
		this.name = name;
		this.data = data;
		this.program = program;
		if (!durable) {
			this.settings.putAll(VOLATILE);
		}
	}

	PostgresInstance with(String setting, String value) {
		this.settings.put(setting, value);
		return this;
	}

	Path data() {
		return this.data;
	}

	Leash start(StateFolder state, int port) throws IOException {
		forgetForeignPid();
		List<String> command = new ArrayList<>(
				List.of(this.program.path("postgres"), "-D", this.data.toString(), "-p", String.valueOf(port)));
		this.settings.forEach((setting, value) -> command.addAll(List.of("-c", setting + "=" + value)));
		return Leash.start(this.name, state, "INT", this.program.unprivileged(command.stream()));
	}

	/**
	 * PostgreSQL takes a stale pid file for that of a running postmaster when another
	 * program has got its number since.
	 */
	private void forgetForeignPid() throws IOException {
		Path pidFile = this.data.resolve("postmaster.pid");
		if (!Files.exists(pidFile)) {
			return;
		}
		try (Stream<String> lines = Files.lines(pidFile)) {
			Optional<ProcessHandle> running = lines.findFirst().map(Long::valueOf).flatMap(ProcessHandle::of);
			if (running.isPresent() && !serves(running.get().info())) {
				Files.delete(pidFile);
			}
		}
	}

	private boolean serves(ProcessHandle.Info process) {
		return process.arguments().map(List::of).orElse(List.of()).contains(this.data.toString());
	}

}

package cn.yigongti.platform.test.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.util.FileSystemUtils;

/**
 * Where the test JVMs of one Maven run meet: a folder in the temporary one that nobody
 * else can enter.
 */
final class RunFolder {

	private static final String PID = "pid";

	/* By number, for in a container a user may have no name. */
	private static final String OWNER = "unix:uid";

	private RunFolder() {
	}

	static Path of(ProcessHandle run, String group) throws IOException {
		Path all = ownFolder();
		removeForgotten(all);
		return Files.createDirectories(all.resolve(name(run)).resolve(group));
	}

	private static Path ownFolder() throws IOException {
		Object user = Files.getAttribute(Path.of("/proc/self"), OWNER);
		Path folder = Path.of(System.getProperty("java.io.tmpdir"), "yigongti-test-servers-" + user);
		Files.createDirectories(folder,
				PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
		if (!Files.getAttribute(folder, OWNER).equals(user)) {
			throw new IOException(folder + " belongs to somebody else");
		}
		return folder;
	}

	/** A number alone could be that of an earlier process. */
	private static String name(ProcessHandle run) {
		return run.pid() + "-" + run.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
	}

	static void belongsTo(Path group, Process process) throws IOException {
		Files.writeString(group.resolve(PID), String.valueOf(process.pid()));
	}

	/** Whether the process that a group's folder belongs to runs. */
	static boolean runs(Path group) throws IOException {
		Path file = group.resolve(PID);
		return Files.exists(file) && alive(Files.readString(file));
	}

	/**
	 * Runs clean up after themselves, unless they were killed together with their
	 * servers.
	 */
	private static void removeForgotten(Path all) throws IOException {
		for (Path run : contents(all)) {
			String pid = run.getFileName().toString().split("-", 2)[0];
			if (!alive(pid) && !anyRuns(run)) {
				FileSystemUtils.deleteRecursively(run);
			}
		}
	}

	private static boolean anyRuns(Path run) throws IOException {
		for (Path group : contents(run)) {
			if (runs(group)) {
				return true;
			}
		}
		return false;
	}

	private static boolean alive(String pid) {
		return ProcessHandle.of(Long.parseLong(pid)).isPresent();
	}

	private static List<Path> contents(Path folder) throws IOException {
		try (Stream<Path> found = Files.list(folder)) {
			return found.toList();
		}
	}

}

package cn.yigongti.localservers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** The programs of the PostgreSQL distribution, run without the rights of root. */
final class PostgresProgram {

	private final Path distribution = Binaries.postgres();

	private final Unprivileged unprivileged = Unprivileged.find();

	String path(String program) {
		return this.distribution.resolve("bin").resolve(program).toString();
	}

	List<String> unprivileged(Stream<String> command) {
		return this.unprivileged.command(command);
	}

	/**
	 * Makes a data directory: UTF-8, sorted by code point whatever the system's locale, a
	 * password for everybody. It is there whole or not at all.
	 */
	void initialize(Path data, String superuser, Path passwordFile, Path log) throws IOException {
		Path unfinished = data.resolveSibling(data.getFileName() + ".unfinished");
		Trees.delete(unfinished);
		Process initdb = new ProcessBuilder(unprivileged(Stream.of(path("initdb"), "-D", unfinished.toString(), "-U",
				superuser, "--pwfile=" + passwordFile, "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C",
				"--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--no-sync", "--no-instructions")))
			.redirectErrorStream(true)
			.redirectOutput(log.toFile())
			.start();
		int status = initdb.onExit().join().exitValue();
		if (status != 0) {
			throw new CannotStart("initdb ended with status %d:%n%s".formatted(status, Files.readString(log)));
		}
		Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
	}

}

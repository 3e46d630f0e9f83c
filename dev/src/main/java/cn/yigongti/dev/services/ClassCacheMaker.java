package cn.yigongti.dev.services;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import cn.yigongti.dev.process.ChildProcess;
import cn.yigongti.dev.process.JavaProgram;
import cn.yigongti.dev.process.Leash;
import org.jspecify.annotations.Nullable;

/**
 * Makes the class caches that aren't there yet, for the next start to profit from: for
 * each family, one more of its representative is started beside the running platform, and
 * stopped when it is ready, which is when its JVM writes down what it has learnt. Its own
 * classes are kept out of that.
 */
public final class ClassCacheMaker implements AutoCloseable {

	private static final Duration LIMIT = Duration.ofMinutes(3);

	private final Workplace workplace;

	private final Programs programs;

	private volatile boolean stopped;

	private volatile @Nullable ChildProcess trainee;

	public ClassCacheMaker(Workplace workplace) {
		this.workplace = workplace;
		this.programs = Programs.of(workplace);
	}

	/**
	 * Makes those that are missing, one after the other.
	 */
	public void make() throws IOException, InterruptedException {
		for (Family family : Family.values()) {
			ClassCache cache = cache(family);
			if (!cache.exists() && !this.stopped) {
				make(cache, family);
			}
		}
		deleteOld();
	}

	private void deleteOld() throws IOException {
		List<Path> current = Stream.of(Family.values()).map((family) -> cache(family).file()).toList();
		try (Stream<Path> files = Files.list(current.getFirst().getParent())) {
			for (Path old : files.filter((file) -> !current.contains(file)).toList()) {
				Files.delete(old);
			}
		}
	}

	private ClassCache cache(Family family) {
		return this.workplace.classCache(this.programs.shared(family));
	}

	private void make(ClassCache cache, Family family) throws IOException, InterruptedException {
		Files.createDirectories(cache.file().getParent());
		Files.deleteIfExists(cache.unfinished());
		Service service = family.representative();
		int port = Ports.anyFree();
		ChildProcess child = program(service, port, cache).start(this.workplace.log(service, "class-cache"));
		this.trainee = child;
		try {
			child.awaitReady(new Readiness(port)::isReached, LIMIT);
			child.close(LIMIT);
		}
		finally {
			child.kill();
		}
		if (!this.stopped && Files.exists(cache.unfinished())) {
			Files.move(cache.unfinished(), cache.file(), StandardCopyOption.ATOMIC_MOVE);
		}
	}

	private JavaProgram program(Service service, int port, ClassCache cache) {
		List<String> flags = new ArrayList<>(service.flags());
		flags.addAll(cache.flagsToMake());
		flags.add("-D" + Leash.OWN_JARS + "="
				+ this.programs.own(service)
					.stream()
					.map(Path::toString)
					.collect(Collectors.joining(File.pathSeparator)));
		return new JavaProgram(service.applicationName(), flags, this.programs.shared(Family.of(service)),
				this.programs.mainClass(service),
				List.of("--spring.config.additional-location=" + this.workplace.settings(service).toUri(),
						"--server.port=" + port))
			.inBackground();
	}

	@Override
	public void close() {
		this.stopped = true;
		ChildProcess child = this.trainee;
		if (child != null) {
			child.kill();
		}
	}

}

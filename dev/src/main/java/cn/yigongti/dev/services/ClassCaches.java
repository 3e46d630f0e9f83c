package cn.yigongti.dev.services;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import cn.yigongti.dev.process.ChildProcess;
import cn.yigongti.dev.process.JavaProgram;
import cn.yigongti.dev.process.Leash;
import cn.yigongti.dev.secrets.PrivateFile;
import cn.yigongti.dev.secrets.Secrets;
import cn.yigongti.localservers.Elasticsearch;
import cn.yigongti.localservers.LocalServers;
import cn.yigongti.localservers.RunningServers;

/**
 * The class caches of all families. One is made by starting the family's representative
 * on servers of its own and stopping it when it is ready, which is when its JVM writes
 * down what it has learnt; its own classes are kept out of that. So a cache holds until a
 * library changes, and is made where the jars are, as a last step of building.
 */
public final class ClassCaches implements AutoCloseable {

	private static final Duration LIMIT = Duration.ofMinutes(3);

	private final Workplace workplace;

	private final Programs programs;

	private final List<Family> missing;

	private final Set<ChildProcess> trainees = ConcurrentHashMap.newKeySet();

	/**
	 * Looks what there is.
	 */
	public ClassCaches(Workplace workplace) {
		this.workplace = workplace.forTraining();
		this.programs = Programs.of(workplace);
		this.missing = Stream.of(Family.values()).filter((family) -> !cache(family).exists()).toList();
	}

	public boolean areComplete() {
		return this.missing.isEmpty();
	}

	/**
	 * Makes those that are missing, side by side.
	 */
	public void complete() throws IOException, InterruptedException {
		Files.createDirectories(this.workplace.state());
		Secrets secrets = Secrets.in(this.workplace.state().resolve("secrets.properties"));
		try (RunningServers servers = LocalServers.in(this.workplace.state().resolve("servers"))
			.withPostgres()
			.withRedis()
			.withoutDurability()
			.start()) {
			URI nowhere = URI.create("http://127.0.0.1:1");
			Surroundings surroundings = new Surroundings(Ports.choose(0), servers.postgres(), servers.redis(),
					new Elasticsearch(nowhere), nowhere, nowhere, secrets);
			surroundings.createDatabases();
			makeAll(surroundings);
		}
		deleteOld();
	}

	private void makeAll(Surroundings surroundings) throws IOException, InterruptedException {
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<?>> all = this.missing.stream().<Future<?>>map((family) -> threads.submit(() -> {
				make(family, surroundings);
				return family;
			})).toList();
			for (Future<?> one : all) {
				one.get();
			}
		}
		catch (ExecutionException ex) {
			throw new IOException("A class cache could not be made", ex.getCause());
		}
	}

	private void make(Family family, Surroundings surroundings) throws IOException, InterruptedException {
		ClassCache cache = cache(family);
		Files.createDirectories(cache.file().getParent());
		Files.deleteIfExists(cache.unfinished());
		Service service = family.representative();
		Path settings = this.workplace.settings(service);
		Files.createDirectories(settings.getParent());
		PrivateFile.write(settings, Settings.of(service, surroundings).toProperties());
		ChildProcess child = program(service, cache, settings).start(this.workplace.log(service));
		this.trainees.add(child);
		try {
			child.awaitReady(Readiness.toStop(surroundings.ports().of(service))::isReached, LIMIT);
			child.close(LIMIT);
		}
		finally {
			child.kill();
		}
		Files.move(cache.unfinished(), cache.file(), StandardCopyOption.ATOMIC_MOVE);
	}

	private JavaProgram program(Service service, ClassCache cache, Path settings) {
		List<String> flags = new ArrayList<>(service.flags());
		flags.addAll(cache.flagsToMake());
		flags.add("-D" + Leash.OWN_JARS + "="
				+ this.programs.own(service)
					.stream()
					.map(Path::toString)
					.collect(Collectors.joining(File.pathSeparator)));
		return new JavaProgram(service.applicationName(), flags, this.programs.shared(Family.of(service)),
				this.programs.mainClass(service), List.of("--spring.config.additional-location=" + settings.toUri()));
	}

	/** Nobody will ask for those of other libraries again. */
	private void deleteOld() throws IOException {
		List<Path> current = Stream.of(Family.values()).map((family) -> cache(family).file()).toList();
		try (Stream<Path> files = Files.list(current.getFirst().getParent())) {
			for (Path old : files.filter((file) -> !current.contains(file)).toList()) {
				Files.delete(old);
			}
		}
	}

	/**
	 * Gives up: what a JVM has learnt by now is no use.
	 */
	@Override
	public void close() {
		this.trainees.forEach(ChildProcess::kill);
	}

	private ClassCache cache(Family family) {
		return this.workplace.classCache(this.programs.shared(family));
	}

}

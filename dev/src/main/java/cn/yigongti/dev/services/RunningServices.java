package cn.yigongti.dev.services;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.stream.Stream;

import cn.yigongti.dev.process.ChildProcess;
import cn.yigongti.dev.process.JavaProgram;
import cn.yigongti.dev.secrets.PrivateFile;

/**
 * All services of the platform, as children of this JVM.
 */
public final class RunningServices implements AutoCloseable {

	private static final Duration LIMIT = Duration.ofMinutes(3);

	private final Map<Service, ChildProcess> children = new ConcurrentHashMap<>();

	private final Surroundings surroundings;

	private final Workplace workplace;

	private final Programs programs;

	/** As many at once as there are processors: more only get in each other's way. */
	private final Semaphore processors = new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);

	public RunningServices(Surroundings surroundings, Workplace workplace) {
		this.surroundings = surroundings;
		this.workplace = workplace;
		this.programs = Programs.of(workplace);
	}

	/**
	 * Starts them all, and waits until all are ready.
	 * @throws cn.yigongti.dev.process.ProgramFailed for the first that fails
	 */
	public void start(Consumer<Service> ready) throws InterruptedException {
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<?>> starts = Stream.of(Service.values()).<Future<?>>map((service) -> threads.submit(() -> {
				start(service);
				ready.accept(service);
				return service;
			})).toList();
			try {
				for (Future<?> start : starts) {
					start.get();
				}
				// Another program might have taken the port meanwhile, and answered for
				// ours.
				requireAlive();
			}
			catch (ExecutionException ex) {
				threads.shutdownNow();
				if (ex.getCause() instanceof RuntimeException cause) {
					throw cause;
				}
				throw new IllegalStateException(ex.getCause());
			}
		}
	}

	public List<ProcessHandle> processes() {
		return this.children.values().stream().map(ChildProcess::handle).toList();
	}

	/**
	 * Makes sure that all still run.
	 * @throws cn.yigongti.dev.process.ProgramFailed when one doesn't
	 */
	public void requireAlive() {
		this.children.values().forEach(ChildProcess::requireAlive);
	}

	/**
	 * The others get ready once the iam-service is there, which therefore waits for none.
	 */
	private void start(Service service) throws InterruptedException {
		int processors = (service != Service.IAM) ? 1 : 0;
		this.processors.acquire(processors);
		try {
			ChildProcess child = program(service).start(this.workplace.log(service));
			this.children.put(service, child);
			Readiness readiness = Readiness.toWork(this.surroundings.ports().of(service));
			child.awaitReady(readiness::isReached, LIMIT);
		}
		finally {
			this.processors.release(processors);
		}
	}

	private JavaProgram program(Service service) {
		Path settings = this.workplace.settings(service);
		PrivateFile.write(settings, Settings.of(service, this.surroundings).toProperties());
		ClassCache cache = this.workplace.classCache(this.programs.shared(Family.of(service)));
		return new JavaProgram(service.applicationName(),
				Stream.concat(service.flags().stream(), cache.flagsToUse().stream()).toList(),
				this.programs.classpath(service), this.programs.mainClass(service),
				List.of("--spring.config.additional-location=" + settings.toUri()));
	}

	/**
	 * Stops them all, in good order.
	 */
	@Override
	public void close() {
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			this.children.values().forEach((child) -> threads.execute(child::close));
		}
	}

}

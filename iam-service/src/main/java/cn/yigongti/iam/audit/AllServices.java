package cn.yigongti.iam.audit;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks many services the same at once, and waits no longer than for a person. */
final class AllServices {

	private static final Logger log = LoggerFactory.getLogger(AllServices.class);

	private static final Duration PATIENCE = Duration.ofSeconds(4);

	private AllServices() {
	}

	/**
	 * What came back.
	 *
	 * @param unavailable who didn't answer, or not in time
	 */
	record Answers<T>(Map<String, T> byService, SortedSet<String> unavailable) {

	}

	static <T> Answers<T> ask(Set<String> services, Function<String, T> question) {
		List<String> names = List.copyOf(services);
		Answers<T> answers = new Answers<>(new TreeMap<>(), new TreeSet<>());
		ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
		try {
			List<Future<T>> asked = threads.invokeAll(
					names.stream().<Callable<T>>map((name) -> () -> question.apply(name)).toList(), PATIENCE.toMillis(),
					TimeUnit.MILLISECONDS);
			for (int i = 0; i < names.size(); i++) {
				take(names.get(i), asked.get(i), answers);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			answers.unavailable().addAll(services);
		}
		finally {
			// Who was too slow is left behind, not waited for.
			threads.shutdownNow();
		}
		return answers;
	}

	private static <T> void take(String name, Future<T> answer, Answers<T> answers) throws InterruptedException {
		if (answer.isCancelled()) {
			log.warn("{} did not tell of its audit trail in time", name);
			answers.unavailable().add(name);
			return;
		}
		try {
			answers.byService().put(name, answer.get());
		}
		catch (ExecutionException ex) {
			log.warn("{} did not tell of its audit trail: {}", name, String.valueOf(ex.getCause()));
			answers.unavailable().add(name);
		}
	}

}

package cn.yigongti.localservers;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/** Starts several servers side by side; either all run in the end or none. */
final class Launch {

	private final List<Supplier<RunningServer>> starts = new ArrayList<>();

	void add(Supplier<RunningServer> start) {
		this.starts.add(start);
	}

	List<RunningServer> await() {
		List<RunningServer> running = new ArrayList<>();
		RuntimeException failure = null;
		try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
			List<CompletableFuture<RunningServer>> starting = this.starts.stream()
				.map((start) -> CompletableFuture.supplyAsync(start, executor))
				.toList();
			for (CompletableFuture<RunningServer> start : starting) {
				try {
					running.add(start.join());
				}
				catch (CompletionException ex) {
					failure = joined(failure, ex.getCause());
				}
			}
		}
		if (failure != null) {
			running.forEach(RunningServer::close);
			throw failure;
		}
		return running;
	}

	private static RuntimeException joined(@Nullable RuntimeException first, @Nullable Throwable next) {
		RuntimeException failure = (next instanceof RuntimeException unchecked) ? unchecked
				: new IllegalStateException(next);
		if (first == null) {
			return failure;
		}
		first.addSuppressed(failure);
		return first;
	}

}

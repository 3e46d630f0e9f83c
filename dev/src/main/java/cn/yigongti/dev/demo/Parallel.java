package cn.yigongti.dev.demo;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Does something with each of many items, some of them at the same time.
 */
final class Parallel {

	/**
	 * The services share the processors with us: more requests at once would only wait
	 * there.
	 */
	private static final int AT_ONCE = 6;

	private Parallel() {
	}

	/**
	 * Returns when all are done, or throws what stopped the first that failed; those not
	 * begun then stay undone.
	 */
	static <T> void forEach(Collection<T> items, Deed<T> deed) throws Exception {
		try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
			List<Future<?>> deeds = items.stream().<Future<?>>map((item) -> threads.submit(() -> {
				deed.on(item);
				return item;
			})).toList();
			try {
				for (Future<?> one : deeds) {
					one.get();
				}
			}
			catch (ExecutionException ex) {
				threads.shutdownNow();
				throw (ex.getCause() instanceof Exception cause) ? cause : ex;
			}
			catch (InterruptedException ex) {
				threads.shutdownNow();
				throw ex;
			}
		}
	}

	interface Deed<T> {

		void on(T item) throws Exception;

	}

}

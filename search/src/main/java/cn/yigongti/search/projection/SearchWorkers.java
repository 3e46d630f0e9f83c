package cn.yigongti.search.projection;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.context.SmartLifecycle;

/** One {@link SearchWorker} for each index, for as long as the service runs. */
public class SearchWorkers implements SmartLifecycle {

	private final Map<String, SearchWorker> workers = new HashMap<>();

	private volatile boolean running;

	SearchWorkers(List<Upkeep> upkeeps, Duration pollInterval) {
		upkeeps.forEach((upkeep) -> this.workers.put(upkeep.name(), new SearchWorker(upkeep, pollInterval)));
	}

	/** There is something to do for an index. */
	public void wake(String index) {
		SearchWorker worker = this.workers.get(index);
		if (worker != null) {
			worker.wake();
		}
	}

	@Override
	public void start() {
		this.running = true;
		this.workers.values().forEach(SearchWorker::start);
	}

	@Override
	public void stop() {
		this.workers.values().forEach(SearchWorker::stop);
		this.workers.values().forEach(SearchWorker::awaitEnd);
		this.running = false;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

}

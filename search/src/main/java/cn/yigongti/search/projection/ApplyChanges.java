package cn.yigongti.search.projection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import cn.yigongti.search.change.Change;
import cn.yigongti.search.change.ChangeQueue;
import cn.yigongti.search.change.ParkedRows;
import cn.yigongti.search.index.SearchIndex;
import cn.yigongti.search.server.IndexNames;
import cn.yigongti.search.server.Outcome;
import cn.yigongti.search.server.Outcome.Kind;
import cn.yigongti.search.server.SearchServer;
import cn.yigongti.search.server.Write;
import org.jspecify.annotations.Nullable;

/**
 * Brings changed rows to Elasticsearch, those first that have waited longest. A change is
 * forgotten when Elasticsearch has confirmed it everywhere: at least once, therefore, and
 * perhaps twice.
 */
class ApplyChanges {

	/**
	 * What Elasticsearch fails on so often is parked, about six minutes later; what it is
	 * too busy for, only when it isn't for others.
	 */
	private static final int MOST_ATTEMPTS = 12;

	private final ChangeQueue queue;

	private final ParkedRows parked;

	private final ReadDocuments documents;

	private final SearchServer server;

	private final int batch;

	/**
	 * What became of a batch.
	 *
	 * @param lost aliases that stand for nothing any more
	 */
	record Applied(int rows, List<String> lost) {

	}

	ApplyChanges(ChangeQueue queue, ParkedRows parked, ReadDocuments documents, SearchServer server, int batch) {
		this.queue = queue;
		this.parked = parked;
		this.documents = documents;
		this.server = server;
		this.batch = batch;
	}

	Applied next(SearchIndex index, Standing standing) {
		Map<UUID, List<Change>> changes = new LinkedHashMap<>();
		this.queue.next(index.name(), this.batch)
			.forEach((change) -> changes.computeIfAbsent(change.row(), (_) -> new ArrayList<>()).add(change));
		if (changes.isEmpty()) {
			return new Applied(0, List.of());
		}
		// read after the changes, so that they are all in what was read
		Documents read = this.documents.of(index, changes.keySet());
		IndexNames names = this.server.namesOf(index);
		List<Write> writes = standing.targets(names)
			.stream()
			.flatMap((alias) -> read.writes(alias, changes.keySet()).stream())
			.toList();
		List<Outcome> outcomes = this.server.write(writes);
		List<String> lost = outcomes.stream()
			.filter((outcome) -> outcome.is(Kind.NO_INDEX))
			.map((outcome) -> outcome.write().alias())
			.distinct()
			.toList();
		if (lost.isEmpty()) {
			settle(index, changes, read, relevant(outcomes, standing, names));
		}
		return new Applied(changes.size(), lost);
	}

	/** Nobody waits for what is replaced in a moment. */
	private static List<Outcome> relevant(List<Outcome> outcomes, Standing standing, IndexNames names) {
		boolean outgrown = standing.isBuilding() && standing.isOutgrown();
		return outcomes.stream()
			.filter((outcome) -> !(outgrown && outcome.write().alias().equals(names.live())))
			.toList();
	}

	private void settle(SearchIndex index, Map<UUID, List<Change>> changes, Documents read, List<Outcome> outcomes) {
		Map<UUID, String> refused = new HashMap<>(read.unreadable());
		List<UUID> unfinished = new ArrayList<>();
		boolean othersGoIn = outcomes.stream().anyMatch((outcome) -> outcome.is(Kind.CONFIRMED));
		for (Outcome outcome : outcomes) {
			UUID row = outcome.write().id();
			boolean hopeless = outcome.is(Kind.FAILED) || (outcome.is(Kind.BUSY) && othersGoIn);
			if (outcome.is(Kind.REFUSED) || (hopeless && isGivenUp(changes.get(row)))) {
				refused.put(row, outcome.detail());
			}
			else if (!outcome.is(Kind.CONFIRMED)) {
				unfinished.add(row);
			}
		}
		List<Change> done = new ArrayList<>();
		List<Change> later = new ArrayList<>();
		changes.forEach((row, ofRow) -> (unfinished.contains(row) ? later : done).addAll(ofRow));
		this.parked.release(index.name(), changes.keySet());
		this.parked.park(index.name(), refused);
		this.queue.done(done);
		this.queue.later(later);
	}

	private static boolean isGivenUp(@Nullable List<Change> changes) {
		return changes != null && changes.stream().anyMatch((change) -> change.attempts() >= MOST_ATTEMPTS);
	}

}

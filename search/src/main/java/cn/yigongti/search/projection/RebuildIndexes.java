package cn.yigongti.search.projection;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import cn.yigongti.platform.problem.NotFound;
import cn.yigongti.search.index.SearchIndex;
import cn.yigongti.search.server.SearchServer;
import org.jspecify.annotations.Nullable;

import org.springframework.transaction.annotation.Transactional;

/** What operators do with indexes: have them built anew, and look how that goes. */
@Transactional
public class RebuildIndexes {

	private final Map<String, SearchIndex> indexes;

	private final Rebuilds rebuilds;

	private final LiveIndexes live;

	private final Backlogs backlogs;

	private final Turns turns;

	private final @Nullable SearchServer server;

	RebuildIndexes(Map<String, SearchIndex> indexes, Rebuilds rebuilds, LiveIndexes live, Backlogs backlogs,
			Turns turns, @Nullable SearchServer server) {
		this.indexes = Map.copyOf(indexes);
		this.rebuilds = rebuilds;
		this.live = live;
		this.backlogs = backlogs;
		this.turns = turns;
		this.server = server;
	}

	/**
	 * How an index is.
	 *
	 * @param live what is searched, if anything is as yet
	 * @param rebuild the latest
	 */
	public record Condition(String name, @Nullable LiveIndex live, Backlog backlog, @Nullable Rebuild rebuild) {

	}

	public List<Condition> all() {
		return this.indexes.keySet()
			.stream()
			.sorted()
			.map((name) -> new Condition(name, this.live.find(name).orElse(null), this.backlogs.of(name),
					this.rebuilds.latest(name).orElse(null)))
			.toList();
	}

	/**
	 * Lets the index be built anew, by whichever process gets to it first; one that is
	 * under way is answered as it is.
	 * @throws SearchNotConfigured when there is no Elasticsearch to build it in
	 * @throws NotFound when there is no such index
	 */
	public Rebuild request(String name) {
		SearchIndex index = this.indexes.get(name);
		if (index == null) {
			throw new NotFound("search index", name);
		}
		SearchServer configured = this.server;
		if (configured == null) {
			throw new SearchNotConfigured();
		}
		Optional<Rebuild> open = this.rebuilds.open(name);
		if (open.isPresent() && !open.get().fingerprint().equals(index.fingerprint())) {
			this.turns.await(name);
			this.rebuilds.end(open.get().id(), Rebuild.State.CANCELLED, null);
		}
		this.rebuilds.queue(name, index.fingerprint(), configured.namesOf(index).live());
		return this.rebuilds.open(name).orElseThrow(() -> new NotFound("search index", name));
	}

	/** Ends it as soon as its worker sees that; what is searched stays as it is. */
	public Rebuild cancel(String name, UUID id) {
		this.rebuilds.cancel(id);
		return find(name, id);
	}

	/**
	 * A build of an index.
	 * @throws NotFound when there is none
	 */
	public Rebuild find(String name, UUID id) {
		return this.rebuilds.find(name, id).orElseThrow(() -> new NotFound("rebuild", id));
	}

}

package cn.yigongti.search.projection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import cn.yigongti.search.change.ChangeQueue;
import cn.yigongti.search.change.ParkedRows;
import cn.yigongti.search.index.SearchIndex;
import cn.yigongti.search.server.IndexNames;
import cn.yigongti.search.server.Outcome;
import cn.yigongti.search.server.Outcome.Kind;
import cn.yigongti.search.server.SearchServer;
import cn.yigongti.search.server.ServerFailed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Builds an index from all rows, some at a time. In between, changes are applied to what
 * is searched and to what is built; both wait for each other, so that neither brings back
 * what the other has removed.
 */
class BuildIndex {

	private static final Logger log = LoggerFactory.getLogger(BuildIndex.class);

	private final Rebuilds rebuilds;

	private final LiveIndexes live;

	private final ChangeQueue queue;

	private final ParkedRows parked;

	private final ReadDocuments documents;

	private final SearchServer server;

	private final int batch;

	BuildIndex(Rebuilds rebuilds, LiveIndexes live, ChangeQueue queue, ParkedRows parked, ReadDocuments documents,
			SearchServer server, int batch) {
		this.rebuilds = rebuilds;
		this.live = live;
		this.queue = queue;
		this.parked = parked;
		this.documents = documents;
		this.server = server;
		this.batch = batch;
	}

	/**
	 * Does the next piece.
	 * @return whether there is more to do at once
	 */
	boolean next(SearchIndex index, Rebuild rebuild) {
		if (rebuild.cancelling()) {
			this.rebuilds.end(rebuild.id(), Rebuild.State.CANCELLED, null);
			log.info("index {}: rebuild {} cancelled", index.name(), rebuild.id());
			return true;
		}
		if (rebuild.state() == Rebuild.State.QUEUED) {
			return begin(index, rebuild);
		}
		List<UUID> rows = this.documents.idsAfter(index, rebuild.after(), this.batch);
		return rows.isEmpty() ? finish(index, rebuild) : walk(index, rebuild, rows);
	}

	private boolean begin(SearchIndex index, Rebuild rebuild) {
		IndexNames names = this.server.namesOf(index);
		try {
			this.server.behind(names.building())
				.stream()
				.filter((abandoned) -> !abandoned.equals(rebuild.target()))
				.forEach(this.server::delete);
			this.server.create(index, rebuild.target());
		}
		catch (ServerFailed ex) {
			if (!ex.isRefusal()) {
				throw ex;
			}
			log.error("index {}: Elasticsearch does not accept its mapping: {}", index.name(), ex.getMessage());
			this.rebuilds.end(rebuild.id(), Rebuild.State.FAILED, ex.getMessage());
			return false;
		}
		this.rebuilds.begin(rebuild.id());
		log.info("index {}: rebuild {} begins", index.name(), rebuild.id());
		return true;
	}

	private boolean walk(SearchIndex index, Rebuild rebuild, List<UUID> rows) {
		Documents read = this.documents.of(index, rows);
		List<Outcome> outcomes = this.server
			.write(read.writes(this.server.namesOf(index).building(), read.found().keySet()));
		if (outcomes.stream().anyMatch((outcome) -> outcome.is(Kind.NO_INDEX))) {
			return lost(index, rebuild);
		}
		Map<UUID, String> refused = new HashMap<>(read.unreadable());
		List<UUID> failed = new ArrayList<>();
		int confirmed = 0;
		for (Outcome outcome : outcomes) {
			switch (outcome.kind()) {
				case CONFIRMED -> confirmed++;
				case REFUSED -> refused.put(outcome.write().id(), outcome.detail());
				case BUSY -> throw new ServerBusy(outcome.detail());
				default -> failed.add(outcome.write().id());
			}
		}
		this.queue.retry(index.name(), failed);
		this.parked.release(index.name(), rows);
		this.parked.park(index.name(), refused);
		this.rebuilds.advance(rebuild.id(), rows.getLast(), confirmed, refused.size());
		return true;
	}

	/** Begins anew with an index that nobody has deleted. */
	boolean lost(SearchIndex index, Rebuild rebuild) {
		log.warn("index {}: what rebuild {} had built is gone", index.name(), rebuild.id());
		this.rebuilds.end(rebuild.id(), Rebuild.State.FAILED, "index_not_found_exception");
		this.rebuilds.queue(index.name(), index.fingerprint(), this.server.namesOf(index).live());
		return true;
	}

	/**
	 * What an attempt has failed on may be in the former index and not in the new one,
	 * which would then show less.
	 */
	private boolean finish(SearchIndex index, Rebuild rebuild) {
		if (this.queue.hasFailed(index.name())) {
			return false;
		}
		if (!this.server.behind(this.server.namesOf(index).building()).contains(rebuild.target())
				&& !this.server.behind(this.server.namesOf(index).live()).contains(rebuild.target())) {
			return lost(index, rebuild);
		}
		this.server.refresh(rebuild.target());
		this.server.makeLive(index, rebuild.target());
		this.live.replace(index.name(), rebuild.target(), rebuild.fingerprint());
		this.rebuilds.end(rebuild.id(), Rebuild.State.DONE, null);
		this.parked.releaseBefore(index.name(), Objects.requireNonNull(rebuild.startedAt()));
		log.info("index {}: rebuild {} done, {} rows", index.name(), rebuild.id(), rebuild.rowsIndexed());
		return true;
	}

}

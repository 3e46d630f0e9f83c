package cn.yigongti.search.projection;

import java.time.Duration;

import cn.yigongti.search.index.SearchIndex;
import cn.yigongti.search.server.IndexNames;
import cn.yigongti.search.server.SearchServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All work on one index, step by step. */
class Upkeep {

	private static final Logger log = LoggerFactory.getLogger(Upkeep.class);

	private final SearchIndex index;

	private final Turns turns;

	private final ApplyChanges changes;

	private final BuildIndex building;

	private final Rebuilds rebuilds;

	private final LiveIndexes live;

	private final Backlogs backlogs;

	private final SearchServer server;

	private final int batch;

	private final Duration keepOldFor;

	private boolean begun;

	Upkeep(SearchIndex index, Turns turns, ApplyChanges changes, BuildIndex building, Rebuilds rebuilds,
			LiveIndexes live, Backlogs backlogs, SearchServer server, int batch, Duration keepOldFor) {
		this.index = index;
		this.turns = turns;
		this.changes = changes;
		this.building = building;
		this.rebuilds = rebuilds;
		this.live = live;
		this.backlogs = backlogs;
		this.server = server;
		this.batch = batch;
		this.keepOldFor = keepOldFor;
		backlogs.doubt(index.name());
	}

	String name() {
		return this.index.name();
	}

	/**
	 * Does a piece of what there is to do, if no other process is at it.
	 * @return whether there is more to do at once
	 */
	boolean step() {
		if (!this.begun) {
			this.begun = this.turns.alone(name(), this::begin);
		}
		boolean more = this.turns.alone(name(), this::applyChanges);
		return this.turns.alone(name(), this::build) || more;
	}

	/**
	 * The process that started last decides which mapping there is to be; it is asked
	 * once, so that an older one doesn't undo what a newer one has done.
	 */
	private boolean begin() {
		Standing standing = standing();
		if (!standing.belongsTo(this.index.fingerprint())) {
			Rebuild open = standing.open();
			if (open != null) {
				this.rebuilds.end(open.id(), Rebuild.State.CANCELLED, null);
			}
			log.info("index {}: {}", name(),
					(standing.live() != null) ? "the mapping has changed" : "not built as yet");
			queue();
		}
		return true;
	}

	private boolean applyChanges() {
		Standing standing = standing();
		IndexNames names = this.server.namesOf(this.index);
		if (!standing.belongsTo(this.index.fingerprint()) || standing.targets(names).isEmpty()) {
			return false;
		}
		ApplyChanges.Applied applied = this.changes.next(this.index, standing);
		Rebuild open = standing.open();
		if (applied.lost().contains(names.building()) && open != null) {
			this.building.lost(this.index, open);
		}
		if (applied.lost().contains(names.live())) {
			forgetLive();
		}
		return applied.rows() == this.batch || !applied.lost().isEmpty();
	}

	private boolean build() {
		Standing standing = standing();
		Rebuild open = standing.open();
		LiveIndex searched = standing.live();
		if (open == null) {
			if (searched != null && this.backlogs.takeDoubt(name()) && isGone(searched)) {
				forgetLive();
				return true;
			}
			this.rebuilds.leftOver(name(), this.keepOldFor).forEach(this::drop);
			return false;
		}
		return open.fingerprint().equals(this.index.fingerprint()) && this.building.next(this.index, open);
	}

	private boolean isGone(LiveIndex searched) {
		try {
			return !this.server.behind(this.server.namesOf(this.index).live()).contains(searched.target());
		}
		catch (RuntimeException ex) {
			this.backlogs.doubt(name());
			throw ex;
		}
	}

	private void forgetLive() {
		log.warn("index {} is gone from Elasticsearch", name());
		this.live.forget(name());
		queue();
	}

	private void drop(Rebuild former) {
		this.server.delete(former.target());
		this.rebuilds.dropped(former.id());
	}

	private void queue() {
		this.rebuilds.queue(name(), this.index.fingerprint(), this.server.namesOf(this.index).live());
	}

	private Standing standing() {
		return new Standing(this.live.find(name()).orElse(null), this.rebuilds.open(name()).orElse(null));
	}

}

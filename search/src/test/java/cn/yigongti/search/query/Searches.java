package cn.yigongti.search.query;

import java.time.Duration;
import java.util.Map;

import cn.yigongti.search.notes.Notes;
import cn.yigongti.search.projection.Replica;

/** A search as a process of a service has it, for tests elsewhere. */
public final class Searches {

	private Searches() {
	}

	/** Which gives up on Elasticsearch for so long. */
	public static Search of(Replica replica, Duration suspension) {
		return new Search(Map.of(Notes.INDEX, replica.index()),
				new GuardedSearch(replica.server(), replica.backlogs(), Duration.ofSeconds(30), suspension));
	}

}

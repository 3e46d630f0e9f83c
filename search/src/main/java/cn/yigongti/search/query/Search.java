package cn.yigongti.search.query;

import java.util.Map;

import cn.yigongti.search.index.SearchIndex;

/** Where a service searches. */
public class Search {

	private final Map<String, SearchIndex> indexes;

	private final GuardedSearch guarded;

	Search(Map<String, SearchIndex> indexes, GuardedSearch guarded) {
		this.indexes = Map.copyOf(indexes);
		this.guarded = guarded;
	}

	/** A search in the index of this name. */
	public SearchQuery in(String name) {
		SearchIndex index = this.indexes.get(name);
		if (index == null) {
			throw new IllegalArgumentException("there is no index " + name);
		}
		return new SearchQuery(index, this.guarded);
	}

}

package cn.yigongti.search.index;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that a service declares. */
public record SearchIndexes(Map<String, SearchIndex> byName) {

	public SearchIndexes {
		byName = Map.copyOf(byName);
	}

	/**
	 * Gathers them.
	 * @throws IllegalStateException when two have the same name
	 */
	public static SearchIndexes of(Stream<SearchIndex> declared) {
		return new SearchIndexes(declared.collect(Collectors.toMap(SearchIndex::name, Function.identity())));
	}

	public Set<String> names() {
		return this.byName.keySet();
	}

}

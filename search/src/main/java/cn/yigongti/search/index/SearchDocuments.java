package cn.yigongti.search.index;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Where the documents of an index come from: the service's own rows. Asked outside of any
 * request, on the primary, a few hundred at a time.
 */
public interface SearchDocuments {

	/**
	 * Documents of these rows as they are now, in any order. A row without one (deleted,
	 * or not to be found) leaves the index.
	 */
	List<SearchDocument> load(Collection<UUID> ids);

	/**
	 * The next ids of all rows, ascending, for a walk through everything.
	 * @param after where to go on; {@code null} to begin
	 */
	List<UUID> idsAfter(@Nullable UUID after, int limit);

}

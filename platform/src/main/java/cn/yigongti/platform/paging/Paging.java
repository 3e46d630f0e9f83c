package cn.yigongti.platform.paging;

import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is asked for, read from the query.
 *
 * @param after sort values and id of the last row already seen; {@code null} for the
 * first page
 */
public record Paging(int limit, List<SortKey> sort, @Nullable List<String> after, Cursors cursors) {

	public static final int DEFAULT_LIMIT = 20;

	public static final int MAX_LIMIT = 200;

	public Paging {
		sort = List.copyOf(sort);
	}

	/**
	 * The direction of the id, which stands behind the sort keys and makes their order
	 * total: that of the last of them.
	 */
	public boolean idDescending() {
		return this.sort.isEmpty() || this.sort.getLast().descending();
	}

	/** The cursor of the page behind the row with these sort values and this id. */
	public String cursorAfter(List<String> values) {
		return this.cursors.encode(sortText(this.sort), values);
	}

	static String sortText(List<SortKey> sort) {
		return sort.stream().map(SortKey::toString).collect(Collectors.joining(","));
	}

}

package cn.yigongti.search.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import cn.yigongti.platform.paging.Page;
import cn.yigongti.platform.paging.Paging;
import cn.yigongti.platform.paging.SortKey;
import cn.yigongti.search.index.SearchIndex;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import org.jspecify.annotations.Nullable;

/**
 * The counterpart of {@code KeysetQuery}: ids page by page, in the same order, with the
 * same cursors and the same bounded total, so that a client who was answered by the one
 * may go on with the other.
 */
public final class SearchQuery {

	private final SearchIndex index;

	private final GuardedSearch search;

	private final List<Query> filters = new ArrayList<>();

	private final List<Query> musts = new ArrayList<>();

	private final Map<String, SortField> sortable = new LinkedHashMap<>();

	private record SortField(String name, SortType type) {

	}

	SearchQuery(SearchIndex index, GuardedSearch search) {
		this.index = index;
		this.search = search;
	}

	/** What must hold, the caller's scope above all; nothing else is found or counted. */
	public SearchQuery filter(Query filter) {
		this.filters.add(filter);
		return this;
	}

	/** What is searched for. */
	public SearchQuery must(Query query) {
		this.musts.add(query);
		return this;
	}

	/**
	 * Declares a field of {@code @Sorting}.
	 * @param name of the field in the mapping; each document has it
	 */
	public SearchQuery sortedBy(String field, String name, SortType type) {
		this.sortable.put(field, new SortField(name, type));
		return this;
	}

	/**
	 * A page of ids. What they stand for may have changed a moment ago: whoever loads the
	 * rows looks again whether the caller may see them.
	 * @throws SearchUnavailable when the database has to answer
	 */
	public Page<UUID> page(Paging paging) {
		List<SortField> order = order(paging);
		SearchResponse<Void> found = this.search.find(this.index, (alias) -> request(alias, order, paging));
		List<Hit<Void>> hits = found.hits().hits();
		List<UUID> ids = hits.stream().limit(paging.limit()).map((hit) -> UUID.fromString(hit.id())).toList();
		String next = (hits.size() > paging.limit())
				? paging.cursorAfter(position(order, hits.get(paging.limit() - 1).sort())) : null;
		return Page.of(ids, next, total(found));
	}

	private static long total(SearchResponse<Void> found) {
		var total = found.hits().total();
		return (total != null) ? total.value() : 0;
	}

	private List<SortField> order(Paging paging) {
		List<SortField> order = new ArrayList<>();
		for (SortKey key : paging.sort()) {
			SortField field = this.sortable.get(key.field());
			if (field == null) {
				throw new IllegalStateException("sort field " + key.field() + " has no field in the index");
			}
			order.add(field);
		}
		order.add(new SortField(SearchIndex.ID, SortType.TEXT));
		return order;
	}

	private SearchRequest request(String alias, List<SortField> order, Paging paging) {
		return SearchRequest.of((request) -> {
			request.index(alias)
				.query((query) -> query.bool((bool) -> bool.filter(this.filters).must(this.musts)))
				.sort(sorts(order, paging))
				.size(paging.limit() + 1)
				.trackTotalHits((total) -> total.count(Page.COUNTED_UP_TO + 1))
				.allowPartialSearchResults(false)
				.source((source) -> source.fetch(false));
			List<String> after = paging.after();
			return (after != null) ? request.searchAfter(values(order, after)) : request;
		});
	}

	private static List<SortOptions> sorts(List<SortField> order, Paging paging) {
		List<SortOptions> sorts = new ArrayList<>();
		for (int i = 0; i < order.size(); i++) {
			boolean last = i == order.size() - 1;
			boolean descending = last ? paging.idDescending() : paging.sort().get(i).descending();
			sorts.add(sort(order.get(i), descending));
		}
		return sorts;
	}

	private static SortOptions sort(SortField field, boolean descending) {
		return SortOptions.of((options) -> options.field((sort) -> {
			@Nullable String format = field.type().format();
			sort.field(field.name()).order(descending ? SortOrder.Desc : SortOrder.Asc);
			return (format != null) ? sort.format(format) : sort;
		}));
	}

	private static List<FieldValue> values(List<SortField> order, List<String> after) {
		List<FieldValue> values = new ArrayList<>();
		for (int i = 0; i < order.size(); i++) {
			values.add(order.get(i).type().toElasticsearch(after.get(i)));
		}
		return values;
	}

	private static List<String> position(List<SortField> order, List<FieldValue> values) {
		List<String> position = new ArrayList<>();
		for (int i = 0; i < order.size(); i++) {
			position.add(order.get(i).type().toCursor(values.get(i)));
		}
		return position;
	}

}

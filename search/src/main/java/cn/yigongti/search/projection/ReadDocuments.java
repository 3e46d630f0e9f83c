package cn.yigongti.search.projection;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import cn.yigongti.platform.remote.DependencyUnavailable;
import cn.yigongti.search.index.SearchDocument;
import cn.yigongti.search.index.SearchIndex;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.dao.DataAccessException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads documents in a transaction of their own, so that whatever the service throws
 * there spoils nothing else. One row that can't be read doesn't keep the others from
 * being read.
 */
class ReadDocuments {

	private final JsonMapper json;

	private final TransactionTemplate transaction;

	ReadDocuments(JsonMapper json, PlatformTransactionManager transactions) {
		this.json = json;
		this.transaction = new TransactionTemplate(transactions);
		this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
	}

	List<UUID> idsAfter(SearchIndex index, @Nullable UUID after, int limit) {
		return Objects.requireNonNull(this.transaction.execute((status) -> index.documents().idsAfter(after, limit)));
	}

	Documents of(SearchIndex index, Collection<UUID> rows) {
		try {
			return new Documents(read(index, rows), Map.of());
		}
		catch (DataAccessException | TransactionException | DependencyUnavailable ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			return oneByOne(index, rows);
		}
	}

	private Documents oneByOne(SearchIndex index, Collection<UUID> rows) {
		Map<UUID, Documents.Document> found = new HashMap<>();
		Map<UUID, String> unreadable = new HashMap<>();
		for (UUID row : rows) {
			try {
				found.putAll(read(index, List.of(row)));
			}
			catch (DataAccessException | TransactionException | DependencyUnavailable ex) {
				throw ex;
			}
			catch (RuntimeException ex) {
				unreadable.put(row, "not readable: " + ex.getClass().getSimpleName());
			}
		}
		return new Documents(found, unreadable);
	}

	private Map<UUID, Documents.Document> read(SearchIndex index, Collection<UUID> rows) {
		List<SearchDocument> documents = Objects
			.requireNonNull(this.transaction.execute((status) -> index.documents().load(rows)));
		Map<UUID, Documents.Document> read = new HashMap<>();
		documents
			.forEach((document) -> read.put(document.id(), new Documents.Document(document.version(), json(document))));
		return read;
	}

	private String json(SearchDocument document) {
		ObjectNode tree = this.json.valueToTree(document.content());
		tree.put(SearchIndex.ID, document.id().toString());
		return this.json.writeValueAsString(tree);
	}

}

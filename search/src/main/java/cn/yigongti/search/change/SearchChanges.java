package cn.yigongti.search.change;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Where a service says which rows it has changed. Nothing is written where no
 * Elasticsearch is configured, for nobody would ever read it.
 */
public class SearchChanges {

	private final JdbcClient jdbc;

	private final Set<String> indexes;

	private final boolean recording;

	private final Consumer<String> awake;

	/**
	 * Makes them.
	 * @param awake told the name of an index when a transaction with changes has
	 * committed
	 */
	public SearchChanges(JdbcClient jdbc, Set<String> indexes, boolean recording, Consumer<String> awake) {
		this.jdbc = jdbc;
		this.indexes = Set.copyOf(indexes);
		this.recording = recording;
		this.awake = awake;
	}

	/**
	 * To be called in the transaction that inserts, changes or deletes the row.
	 * @param index the name of the index that has documents of such rows
	 * @throws IllegalStateException outside of a transaction, where a change could be
	 * lost
	 */
	public void changed(String index, UUID id) {
		changed(index, List.of(id));
	}

	/** The same for many rows. */
	public void changed(String index, Collection<UUID> ids) {
		if (!this.indexes.contains(index)) {
			throw new IllegalArgumentException("there is no index " + index);
		}
		if (!TransactionSynchronizationManager.isActualTransactionActive()) {
			throw new IllegalStateException("changes are recorded in the transaction that makes them");
		}
		if (!this.recording || ids.isEmpty()) {
			return;
		}
		this.jdbc.sql("insert into search_change (index_name, row_id) select :index, unnest(:ids)")
			.param("index", index)
			.param("ids", ids.toArray(UUID[]::new))
			.update();
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
			@Override
			public void afterCommit() {
				SearchChanges.this.awake.accept(index);
			}
		});
	}

}

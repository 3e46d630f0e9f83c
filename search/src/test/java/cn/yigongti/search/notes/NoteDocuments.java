package cn.yigongti.search.notes;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import cn.yigongti.search.index.SearchDocument;
import cn.yigongti.search.index.SearchDocuments;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Notes as documents; one that says {@code unreadable} can't be read. */
public class NoteDocuments implements SearchDocuments {

	private final JdbcClient jdbc;

	private final boolean withLength;

	private final AtomicInteger reading = new AtomicInteger();

	private final AtomicInteger rowsRead = new AtomicInteger();

	private volatile boolean overlapped;

	private volatile Runnable afterReading = () -> {
	};

	public NoteDocuments(JdbcClient jdbc, boolean withLength) {
		this.jdbc = jdbc;
		this.withLength = withLength;
	}

	/** So many so far. */
	public int rowsRead() {
		return this.rowsRead.get();
	}

	/** Lets something happen once, between reading rows and what comes then. */
	public void onceAfterReading(Runnable event) {
		this.afterReading = () -> {
			this.afterReading = () -> {
			};
			event.run();
		};
	}

	/** Whether two ever read at a time. */
	public boolean overlapped() {
		return this.overlapped;
	}

	@Override
	public List<SearchDocument> load(Collection<UUID> ids) {
		if (this.reading.incrementAndGet() > 1) {
			this.overlapped = true;
		}
		try {
			this.rowsRead.addAndGet(ids.size());
			List<SearchDocument> read = this.jdbc.sql("select * from note where id = any (:ids)")
				.param("ids", ids.toArray(UUID[]::new))
				.query((row, number) -> document(row.getObject("id", UUID.class), row.getLong("version"),
						Objects.requireNonNull(row.getString("text")),
						Map.of("owner", row.getString("owner"), "weight", row.getString("weight"), "writtenAt",
								row.getObject("written_at", OffsetDateTime.class).toInstant())))
				.list();
			this.afterReading.run();
			return read;
		}
		finally {
			this.reading.decrementAndGet();
		}
	}

	private SearchDocument document(UUID id, long version, String text, Map<String, Object> others) {
		if (text.equals("unreadable")) {
			throw new IllegalStateException("sealed with another key");
		}
		Map<String, Object> content = new HashMap<>(others);
		content.put("text", text);
		if (this.withLength) {
			content.put("length", text.length());
		}
		return new SearchDocument(id, version, content);
	}

	@Override
	public List<UUID> idsAfter(@Nullable UUID after, int limit) {
		return this.jdbc.sql("""
				select id from note where cast(:after as uuid) is null or id > cast(:after as uuid)
				order by id limit :limit""").param("after", after).param("limit", limit).query(UUID.class).list();
	}

}

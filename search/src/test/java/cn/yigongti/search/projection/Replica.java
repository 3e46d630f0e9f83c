package cn.yigongti.search.projection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import cn.yigongti.search.index.SearchIndex;
import cn.yigongti.search.notes.NoteDocuments;
import cn.yigongti.search.notes.Notes;
import cn.yigongti.search.server.SearchProperties;
import cn.yigongti.search.server.SearchServer;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.ClassPathResource;

/** One process of a service that searches notes, as far as its index is concerned. */
public final class Replica implements AutoCloseable {

	private final Notes notes;

	private final SearchIndex index;

	private final SearchServer server;

	private final Upkeep upkeep;

	private final SearchWorker worker;

	private final Backlogs backlogs;

	private final NoteDocuments documents;

	private Replica(Notes notes, NoteDocuments documents, String mapping, URI elasticsearch, String prefix) {
		this.notes = notes;
		this.documents = documents;
		this.index = SearchIndex.of(Notes.INDEX, new ClassPathResource(mapping), this.documents);
		SearchProperties properties = properties(elasticsearch, prefix);
		this.server = new SearchServer(elasticsearch, properties, null);
		this.backlogs = new Backlogs(notes.jdbc(), notes.transactions(), Duration.ZERO);
		this.upkeep = ProjectionConfiguration.upkeep(this.index, this.server, properties, notes.jdbc(),
				notes.transactions(), this.backlogs, new JsonMapper());
		this.worker = new SearchWorker(this.upkeep, Duration.ofMillis(20));
	}

	public static Replica of(Notes notes, URI elasticsearch, String prefix) {
		return of(notes, new NoteDocuments(notes.jdbc(), false), elasticsearch, prefix);
	}

	static Replica of(Notes notes, NoteDocuments documents, URI elasticsearch, String prefix) {
		return new Replica(notes, documents, "search/notes.json", elasticsearch, prefix);
	}

	/** Of the next version of the service, which has another mapping. */
	static Replica next(Notes notes, URI elasticsearch, String prefix) {
		return new Replica(notes, new NoteDocuments(notes.jdbc(), true), "search/notes-with-length.json", elasticsearch,
				prefix);
	}

	public static SearchProperties properties(URI elasticsearch, String prefix) {
		return new SearchProperties(elasticsearch, null, null, null, null, prefix, 1, 0, 10, Duration.ofSeconds(5),
				Duration.ofSeconds(20), Duration.ofMinutes(1), Duration.ofSeconds(1), 20, Duration.ZERO);
	}

	public static String newPrefix() {
		return "test-" + UUID.randomUUID() + "-";
	}

	/** With an index of all notes. */
	public Replica built() {
		work();
		return this;
	}

	public SearchIndex index() {
		return this.index;
	}

	public SearchServer server() {
		return this.server;
	}

	public Backlogs backlogs() {
		return this.backlogs;
	}

	NoteDocuments documents() {
		return this.documents;
	}

	boolean step() {
		return this.upkeep.step();
	}

	/** Until nothing is left to do. */
	public void work() {
		while (this.upkeep.step()) {
			Thread.onSpinWait();
		}
	}

	/** Goes on by itself from now on. */
	Replica start() {
		this.worker.start();
		return this;
	}

	RebuildIndexes rebuilds() {
		return new RebuildIndexes(Map.of(Notes.INDEX, this.index), new Rebuilds(this.notes.jdbc()),
				new LiveIndexes(this.notes.jdbc()), this.backlogs,
				new Turns(this.notes.jdbc(), this.notes.transactions()), this.server);
	}

	/** Requests one, in a transaction. */
	Rebuild rebuild() {
		return Objects.requireNonNull(this.notes.transaction().execute((status) -> rebuilds().request(Notes.INDEX)));
	}

	@Override
	public void close() {
		this.worker.stop();
		this.worker.awaitEnd();
		try {
			this.server.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}

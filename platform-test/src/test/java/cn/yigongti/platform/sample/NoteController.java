package cn.yigongti.platform.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import cn.yigongti.platform.audit.AuditEntry;
import cn.yigongti.platform.audit.AuditTrail;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.caller.RequiresPermission;
import cn.yigongti.platform.identifier.UuidV7;
import cn.yigongti.platform.paging.Condition;
import cn.yigongti.platform.paging.KeysetQuery;
import cn.yigongti.platform.paging.Page;
import cn.yigongti.platform.paging.Paging;
import cn.yigongti.platform.paging.Sorting;
import cn.yigongti.platform.problem.NotFound;
import cn.yigongti.platform.problem.OutOfScope;
import cn.yigongti.platform.version.ETags;
import cn.yigongti.platform.version.ExpectedVersion;
import cn.yigongti.platform.version.MergePatch;
import jakarta.validation.Valid;

import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/notes")
class NoteController {

	private final JdbcClient jdbc;

	private final AuditTrail audit;

	NoteController(JdbcClient jdbc, AuditTrail audit) {
		this.jdbc = jdbc;
		this.audit = audit;
	}

	@GetMapping
	@RequiresPermission("note:read")
	Page<Note> list(@Valid NoteFilter filter,
			@Sorting(fields = { "writtenAt", "weight" }, byDefault = "-writtenAt") Paging paging) {
		return notes(filter).page(this.jdbc, paging, NoteController::note);
	}

	/** The same rows found through two overlapping branches. */
	@GetMapping("/branched")
	@RequiresPermission("note:read")
	Page<Note> branched(@Valid NoteFilter filter,
			@Sorting(fields = { "writtenAt", "weight" }, byDefault = "-writtenAt") Paging paging) {
		return notes(filter)
			.anyOf(List.of(new Condition("n.weight >= :low", "low", 0), new Condition("n.weight <= :high", "high", 50)))
			.page(this.jdbc, paging, NoteController::note);
	}

	@GetMapping("/{id}")
	@RequiresPermission("note:read")
	ResponseEntity<Note> one(@PathVariable UUID id) {
		Note note = find(id);
		return ResponseEntity.ok().eTag(ETags.of(note.version())).body(note);
	}

	@PostMapping
	@Transactional
	@RequiresPermission("note:write")
	ResponseEntity<Note> create(@Valid @RequestBody NoteRequest request, Caller caller) {
		UUID id = UuidV7.next();
		this.jdbc.sql("insert into note (id, text, weight, written_at, version) values (?, ?, ?, ?, 0)")
			.params(id, request.text(), request.weight(), OffsetDateTime.now(ZoneOffset.UTC))
			.update();
		this.audit.record(
				AuditEntry.of(caller, "note:write", "note").on(id).about(this.audit.resident("50022919000101001X")));
		if (request.text().equals("fail")) {
			throw new IllegalStateException("told to fail by " + caller.kind());
		}
		return ResponseEntity.created(URI.create("/notes/" + id)).eTag(ETags.of(0)).body(find(id));
	}

	@PatchMapping(path = "/{id}", consumes = { "application/merge-patch+json", "application/json" })
	@Transactional
	@RequiresPermission("note:write")
	ResponseEntity<Note> change(@PathVariable UUID id, ExpectedVersion expected, MergePatch patch) {
		Note note = find(id);
		expected.verify(note.version());
		NoteRequest changed = patch.applyTo(new NoteRequest(note.text(), note.weight(), null), NoteRequest.class);
		this.jdbc.sql("update note set text = ?, weight = ?, version = version + 1 where id = ?")
			.params(changed.text(), changed.weight(), id)
			.update();
		Note now = find(id);
		return ResponseEntity.ok().eTag(ETags.of(now.version())).body(now);
	}

	@GetMapping("/mine")
	@RequiresPermission("note:read")
	Map<String, String> mine(Caller caller) {
		return Map.of("caller", caller.subject());
	}

	/** Reads the body as it comes, and says how long it was. */
	@PutMapping("/scans/{name}")
	@RequiresPermission("note:write")
	Map<String, Long> scan(@PathVariable String name, InputStream body) throws IOException {
		return Map.of(name, body.transferTo(OutputStream.nullOutputStream()));
	}

	/** Where reads go: {@code true} in the answer is the standby. */
	@GetMapping("/server")
	@Transactional(readOnly = true)
	@RequiresPermission("note:read")
	Map<String, Boolean> server() {
		return Map.of("standby", this.jdbc.sql("select pg_is_in_recovery()").query(Boolean.class).single());
	}

	@GetMapping("/audited-server")
	@Transactional(readOnly = true)
	@RequiresPermission("note:read")
	Map<String, Boolean> auditedServer(Caller caller) {
		this.audit.record(AuditEntry.of(caller, "note:read", "note").counting(1));
		return server();
	}

	@GetMapping("/foreign/{id}")
	@RequiresPermission("note:read")
	Note foreign(@PathVariable UUID id) {
		throw new OutOfScope("note", id);
	}

	/** In the wrong place. */
	@GetMapping("/misplaced")
	@RequiresPermission(RequiresPermission.RESIDENT)
	String misplaced() {
		return "never seen";
	}

	@GetMapping("/undeclared")
	String undeclared() {
		return "never seen";
	}

	private Note find(UUID id) {
		return this.jdbc.sql("select * from note where id = ?")
			.param(id)
			.query(NoteController::note)
			.optional()
			.orElseThrow(() -> new NotFound("note", id));
	}

	private static KeysetQuery notes(NoteFilter filter) {
		return KeysetQuery.select("n.*", "note n")
			.whereIfPresent("n.weight = :weight", "weight", filter.weight())
			.sortedBy("writtenAt", "n.written_at", "timestamptz")
			.sortedBy("weight", "n.weight", "int")
			.identifiedBy("n.id", "uuid");
	}

	private static Note note(ResultSet row, int number) throws SQLException {
		Instant writtenAt = row.getObject("written_at", OffsetDateTime.class).toInstant();
		return new Note(row.getObject("id", UUID.class), row.getString("text"), row.getInt("weight"), writtenAt,
				row.getLong("version"));
	}

}

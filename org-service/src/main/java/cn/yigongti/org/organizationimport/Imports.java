package cn.yigongti.org.organizationimport;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import cn.yigongti.org.organizationimport.sheet.Dialect;
import cn.yigongti.org.organizationimport.sheet.SheetFormat;
import cn.yigongti.org.organizationimport.sheet.TextEncoding;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.paging.Condition;
import cn.yigongti.platform.paging.KeysetQuery;
import cn.yigongti.platform.paging.Page;
import cn.yigongti.platform.paging.Paging;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Imports to look up. People see their own; who may import everywhere sees all.
 */
@Component
public class Imports {

	public static final String PERMISSION = "organization:import";

	/** All that {@link #read} needs. */
	public static final String COLUMNS = """
			i.id, i.version, i.submitted_by, i.partial, i.dry_run, i.file_name, i.file_size, i.format, i.encoding,
			i.separator, i.header, i.state, i.rows, i.checked, i.accepted, i.rejected, i.unchanged, i.applied,
			i.failure_code, i.failure_arguments, i.created_at, i.started_at, i.finished_at, i.forgotten_at""";

	private static final TypeReference<List<Object>> ARGUMENTS = new TypeReference<>() {
	};

	private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {
	};

	private final JdbcClient jdbc;

	Imports(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	public Page<OrganizationImport> list(Caller caller, ImportFilter filter, Paging paging) {
		return KeysetQuery.select(COLUMNS, "organization_import i")
			.anyOf(List.of(visibleTo(caller)))
			.whereIfPresent("i.state = :state", "state", filter.state())
			.sortedBy("createdAt", "i.created_at", "timestamptz")
			.identifiedBy("i.id", "uuid")
			.page(this.jdbc, paging, Imports::read);
	}

	public Optional<OrganizationImport> find(Caller caller, UUID id) {
		Condition visible = visibleTo(caller);
		JdbcClient.StatementSpec statement = this.jdbc
			.sql("select " + COLUMNS + " from organization_import i where i.id = :id and " + visible.sql())
			.param("id", id);
		visible.parameters().forEach(statement::param);
		return statement.query(Imports::read).optional();
	}

	/** That the caller may see the import {@code i}. */
	public static Condition visibleTo(Caller caller) {
		return caller.scopeOf(PERMISSION).all() ? new Condition("true")
				: new Condition("i.submitted_by = :subject", "subject", caller.subject());
	}

	public static OrganizationImport read(ResultSet row, int number) throws SQLException {
		return new OrganizationImport(row.getObject("id", UUID.class), row.getLong("version"),
				row.getString("submitted_by"), new ImportOptions(row.getBoolean("partial"), row.getBoolean("dry_run")),
				row.getString("file_name"), row.getLong("file_size"), dialect(row),
				JsonMapper.shared().readValue(row.getString("header"), TEXTS),
				ImportState.valueOf(row.getString("state")), tally(row), failure(row), at(row, "created_at"),
				orNull(row, "started_at"), orNull(row, "finished_at"), orNull(row, "forgotten_at"));
	}

	private static Dialect dialect(ResultSet row) throws SQLException {
		String encoding = row.getString("encoding");
		return (encoding != null) ? Dialect.csv(TextEncoding.valueOf(encoding), row.getString("separator").charAt(0))
				: new Dialect(SheetFormat.valueOf(row.getString("format")), null, null);
	}

	private static Tally tally(ResultSet row) throws SQLException {
		return new Tally(row.getInt("rows"), row.getInt("checked"), row.getInt("accepted"), row.getInt("rejected"),
				row.getInt("unchanged"), row.getInt("applied"));
	}

	private static @Nullable Failure failure(ResultSet row) throws SQLException {
		String code = row.getString("failure_code");
		return (code != null)
				? new Failure(code, JsonMapper.shared().readValue(row.getString("failure_arguments"), ARGUMENTS))
				: null;
	}

	private static Instant at(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

	private static @Nullable Instant orNull(ResultSet row, String column) throws SQLException {
		OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
		return (time != null) ? time.toInstant() : null;
	}

}

package cn.yigongti.iam.usersync;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads a run together with its parts in one statement. */
final class SyncRows {

	static final String COLUMNS = "s.*, p.sources";

	static final String FROM = """
			user_sync s left join organization o on o.id = s.organization_id left join lateral (
				select jsonb_agg(jsonb_build_object('source', source, 'state', state, 'reason', reason, 'counts',
					jsonb_build_object('fetched', fetched, 'created', created, 'updated', updated,
						'deactivated', deactivated, 'vanished', vanished, 'unchanged', unchanged, 'failed', failed))
					order by source) as sources
				from user_sync_part where sync_id = s.id) p on true""";

	static final String SELECT = "select " + COLUMNS + " from " + FROM;

	private static final TypeReference<List<SourceProgress>> SOURCES = new TypeReference<>() {
	};

	private SyncRows() {
	}

	static UserSync read(ResultSet row, int number) throws SQLException {
		OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
		String sources = row.getString("sources");
		return new UserSync(row.getObject("id", UUID.class),
				new SyncOptions(row.getObject("organization_id", UUID.class), row.getBoolean("dry_run"),
						row.getBoolean("reconciles"), row.getBoolean("confirmed")),
				SyncState.valueOf(row.getString("state")), row.getString("reason"),
				(sources != null) ? JsonMapper.shared().readValue(sources, SOURCES) : List.of(), row.getLong("version"),
				row.getObject("started_at", OffsetDateTime.class).toInstant(),
				(finished != null) ? finished.toInstant() : null);
	}

}

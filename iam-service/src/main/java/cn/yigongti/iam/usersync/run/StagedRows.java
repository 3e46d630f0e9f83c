package cn.yigongti.iam.usersync.run;

import java.sql.ResultSet;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import cn.yigongti.iam.user.SyncedUser;
import cn.yigongti.iam.usersync.page.StagedRow;

import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whom the parts under way have met: kept in the database, so that 150,000 need no memory
 * and a replica's death forgets nobody.
 */
@Component
class StagedRows {

	private final JdbcClient jdbc;

	private final NamedParameterJdbcTemplate batches;

	StagedRows(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
		this.jdbc = jdbc;
		this.batches = batches;
	}

	Map<String, StagedRow> find(Part part, Collection<String> hisUserIds) {
		return this.jdbc.sql("select * from user_sync_row where part_id = :part and his_user_id = any (:ids)")
			.param("part", part.id())
			.param("ids", hisUserIds.toArray(String[]::new))
			.query((row, number) -> {
				OffsetDateTime updatedAt = row.getObject("updated_at", OffsetDateTime.class);
				return new StagedRow(row.getString("his_user_id"), row.getObject("user_id", UUID.class),
						row.getString("login_name"), row.getString("fingerprint"),
						(updatedAt != null) ? updatedAt.toInstant() : null);
			})
			.stream()
			.collect(Collectors.toMap(StagedRow::hisUserId, (row) -> row));
	}

	/** HIS user ids that were given one of the login names, by login name. */
	Map<String, String> takersOf(Part part, Collection<String> loginNames) {
		Map<String, String> takers = new HashMap<>();
		this.jdbc.sql("""
				select login_name, his_user_id from user_sync_row
				where part_id = :part and login_name = any (:names)""")
			.param("part", part.id())
			.param("names", loginNames.toArray(String[]::new))
			.query((ResultSet row) -> {
				takers.put(row.getString("login_name"), row.getString("his_user_id"));
			});
		return takers;
	}

	/** Without those who, in a dry run, would have another login name by now. */
	Map<String, SyncedUser> stillOwning(Part part, Map<String, SyncedUser> owners) {
		List<String> renamed = this.jdbc.sql("""
				select owner.login_name from unnest(cast(:ids as uuid[]), cast(:names as text[]))
					as owner(id, login_name)
				join user_sync_row r on r.part_id = :part and r.user_id = owner.id
				where r.login_name <> owner.login_name""")
			.param("part", part.id())
			.param("ids", owners.values().stream().map(SyncedUser::id).toArray(UUID[]::new))
			.param("names", owners.keySet().toArray(String[]::new))
			.query(String.class)
			.list();
		Map<String, SyncedUser> still = new HashMap<>(owners);
		still.keySet().removeAll(renamed);
		return still;
	}

	void save(Part part, Collection<StagedRow> rows) {
		this.batches.batchUpdate("""
				insert into user_sync_row (part_id, his_user_id, user_id, login_name, fingerprint, updated_at)
				values (:part, :his, :user, :login, :fingerprint, :updatedAt)
				on conflict (part_id, his_user_id) do update set user_id = excluded.user_id,
					login_name = excluded.login_name, fingerprint = excluded.fingerprint,
					updated_at = excluded.updated_at""", rows.stream()
			.map((row) -> new MapSqlParameterSource("part", part.id()).addValue("his", row.hisUserId())
				.addValue("user", row.userId())
				.addValue("login", row.loginName())
				.addValue("fingerprint", row.fingerprint())
				.addValue("updatedAt", (row.updatedAt() != null) ? row.updatedAt().atOffset(ZoneOffset.UTC) : null))
			.toArray(MapSqlParameterSource[]::new));
	}

	boolean isAnybodyMet(Part part) {
		return this.jdbc.sql("select exists (select from user_sync_row where part_id = :part)")
			.param("part", part.id())
			.query(Boolean.class)
			.single();
	}

}

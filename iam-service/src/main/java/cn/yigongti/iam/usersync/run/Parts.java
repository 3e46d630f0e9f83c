package cn.yigongti.iam.usersync.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import cn.yigongti.iam.usersync.Requester;
import cn.yigongti.iam.usersync.SyncCounts;
import cn.yigongti.iam.usersync.SyncOptions;
import cn.yigongti.iam.usersync.SyncState;
import cn.yigongti.iam.usersync.UserSyncProperties;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.caller.DataScope;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who runs what. Everything a runner writes is written in a transaction in which it also
 * says here how far it has come; that is refused when the part is not its own any more.
 */
@Component
class Parts {

	private static final String RETURNED = """
			p.*, s.organization_id, s.dry_run, s.reconciles, s.confirmed, s.requested_by, s.requester_kind, s.reach""";

	private final JdbcClient jdbc;

	private final UserSyncProperties properties;

	private final Clock clock;

	Parts(JdbcClient jdbc, UserSyncProperties properties, Clock clock) {
		this.jdbc = jdbc;
		this.properties = properties;
		this.clock = clock;
	}

	/** Takes the oldest part that waits, or whose runner has fallen silent. */
	Optional<Part> claim() {
		try {
			return this.jdbc.sql("""
					update user_sync_part p set state = 'RUNNING', runner = :runner, attempts = attempts + 1,
						leased_until = now() + cast(:lease as interval), started_at = coalesce(p.started_at, :now)
					from user_sync s where s.id = p.sync_id and p.id = (
						select id from user_sync_part w where w.state in ('WAITING', 'RUNNING')
							and (w.leased_until is null or w.leased_until < now())
							and (w.state = 'RUNNING' or not exists (select from user_sync_part o
								where o.source = w.source and o.state = 'RUNNING'))
						order by id limit 1 for update skip locked)
					returning""" + " " + RETURNED)
				.param("runner", UUID.randomUUID())
				.param("lease", this.properties.lease().toString())
				.param("now", now())
				.query(Parts::part)
				.optional();
		}
		catch (DuplicateKeyException ex) {
			// Another replica has just begun with the same HIS.
			return Optional.empty();
		}
	}

	/**
	 * Says that it is still being worked on.
	 * @return whether it is still ours
	 */
	boolean prolong(Part part) {
		return this.jdbc.sql("""
				update user_sync_part set leased_until = now() + cast(:lease as interval)
				where id = :id and runner = :runner""")
			.param("lease", this.properties.lease().toString())
			.param("id", part.id())
			.param("runner", part.runner())
			.update() > 0;
	}

	/**
	 * Says what was done and where to go on.
	 * @throws LeaseLost when it is not ours any more
	 */
	Part report(Part part, SyncCounts done, Part.Position next) {
		Part reported = this.jdbc.sql("""
				update user_sync_part p set attempts = 0, fetched = fetched + :fetched, created = created + :created,
					updated = updated + :updated, deactivated = deactivated + :deactivated,
					vanished = vanished + :vanished, unchanged = unchanged + :unchanged, failed = failed + :failed,
					pass = :pass, page = :page, rows = :rows, total = :total, restless = :restless, newest = :newest,
					reconciling = :reconciling
				from user_sync s where s.id = p.sync_id and p.id = :id and p.runner = :runner
				returning""" + " " + RETURNED)
			.param("fetched", done.fetched())
			.param("created", done.created())
			.param("updated", done.updated())
			.param("deactivated", done.deactivated())
			.param("vanished", done.vanished())
			.param("unchanged", done.unchanged())
			.param("failed", done.failed())
			.param("pass", next.pass())
			.param("page", next.page())
			.param("rows", next.rows())
			.param("total", next.total())
			.param("restless", next.restless())
			.param("newest", (next.newest() != null) ? next.newest().atOffset(ZoneOffset.UTC) : null)
			.param("reconciling", next.reconciling())
			.param("id", part.id())
			.param("runner", part.runner())
			.query(Parts::part)
			.optional()
			.orElseThrow(() -> new LeaseLost(part));
		this.jdbc.sql("update user_sync set version = version + 1 where id = :id").param("id", part.syncId()).update();
		return reported;
	}

	/** Lets somebody else take it, after a while. */
	void giveBack(Part part, Duration pause) {
		this.jdbc.sql("""
				update user_sync_part set state = 'WAITING', runner = null,
					leased_until = now() + cast(:pause as interval)
				where id = :id and runner = :runner""")
			.param("pause", pause.toString())
			.param("id", part.id())
			.param("runner", part.runner())
			.update();
	}

	/**
	 * Says that it is over, and so is the run when this was its last part.
	 * @param reason if it failed
	 * @throws LeaseLost when it is not ours any more
	 */
	void finish(Part part, @Nullable String reason) {
		int finished = this.jdbc.sql("""
				update user_sync_part set state = :state, reason = :reason, runner = null, leased_until = null,
					finished_at = :now
				where id = :id and runner = :runner""")
			.param("state", ((reason != null) ? SyncState.FAILED : SyncState.SUCCEEDED).name())
			.param("reason", reason)
			.param("now", now())
			.param("id", part.id())
			.param("runner", part.runner())
			.update();
		if (finished == 0) {
			throw new LeaseLost(part);
		}
		this.jdbc.sql("delete from user_sync_row where part_id = :id").param("id", part.id()).update();
		finishRun(part.syncId());
	}

	/** Locked first, so that of two last parts one sees that the other is over. */
	private void finishRun(UUID syncId) {
		this.jdbc.sql("select id from user_sync where id = :id for update")
			.param("id", syncId)
			.query(UUID.class)
			.single();
		this.jdbc.sql("""
				update user_sync s set version = version + 1,
					state = case when open.parts > 0 then 'RUNNING' when open.reason is null then 'SUCCEEDED'
						else 'FAILED' end,
					reason = case when open.parts = 0 then open.reason end,
					finished_at = case when open.parts = 0 then cast(:now as timestamptz) end
				from (select count(*) filter (where state in ('WAITING', 'RUNNING')) as parts,
						(array_agg(reason order by source) filter (where reason is not null))[1] as reason
					from user_sync_part where sync_id = :id) open
				where s.id = :id and s.state = 'RUNNING'""").param("id", syncId).param("now", now()).update();
	}

	static Part part(ResultSet row, int number) throws SQLException {
		Requester requester = new Requester(row.getString("requested_by"),
				Caller.Kind.valueOf(row.getString("requester_kind")),
				JsonMapper.shared().readValue(row.getString("reach"), DataScope.class));
		SyncOptions options = new SyncOptions(row.getObject("organization_id", UUID.class), row.getBoolean("dry_run"),
				row.getBoolean("reconciles"), row.getBoolean("confirmed"));
		return new Part(row.getObject("id", UUID.class), row.getObject("sync_id", UUID.class), row.getString("source"),
				options, requester, row.getObject("runner", UUID.class), row.getInt("attempts"), time(row, "since"),
				Objects.requireNonNull(time(row, "started_at")), position(row));
	}

	private static Part.Position position(ResultSet row) throws SQLException {
		return new Part.Position(row.getInt("pass"), row.getInt("page"), row.getInt("rows"),
				row.getObject("total", Long.class), row.getBoolean("restless"), time(row, "newest"),
				row.getInt("created"), row.getBoolean("reconciling"));
	}

	private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
		OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
		return (time != null) ? time.toInstant() : null;
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

}

package cn.yigongti.iam.usersync;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import cn.yigongti.iam.directory.OrganizationScope;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.identifier.UuidV7;
import cn.yigongti.platform.problem.NotFound;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** All runs, the one under way and those before it. */
@Repository
public class UserSyncs {

	static final int FAILURES_SHOWN = 1_000;

	static final String INTERRUPTED = "interrupted";

	/** A run that hasn't been heard of for so long died with its process. */
	private static final Duration SILENCE = Duration.ofMinutes(5);

	private final JdbcClient jdbc;

	private final NamedParameterJdbcTemplate batches;

	private final Clock clock;

	UserSyncs(JdbcClient jdbc, NamedParameterJdbcTemplate batches, Clock clock) {
		this.jdbc = jdbc;
		this.batches = batches;
		this.clock = clock;
	}

	/**
	 * Begins a run.
	 * @throws SyncRunning when another is under way
	 */
	@Transactional
	public UserSync begin(@Nullable UUID organizationId, boolean dryRun, String requestedBy) {
		buryDead();
		UUID id = UuidV7.next();
		int begun = this.jdbc.sql("""
				insert into user_sync (id, organization_id, dry_run, state, requested_by, started_at, beat_at)
				values (:id, :organization, :dryRun, 'RUNNING', :by, :now, :now)
				on conflict (state) where state = 'RUNNING' do nothing""")
			.param("id", id)
			.param("organization", organizationId)
			.param("dryRun", dryRun)
			.param("by", requestedBy)
			.param("now", now())
			.update();
		if (begun == 0) {
			throw new SyncRunning(this.jdbc.sql("select id from user_sync where state = 'RUNNING'")
				.query(UUID.class)
				.optional()
				.orElse(id));
		}
		return find(id).orElseThrow();
	}

	/**
	 * The run, if the caller began it or may see the organization it is about.
	 * @throws NotFound when there is none such
	 */
	public UserSync get(UUID id, Caller caller) {
		var scope = caller.scopeOf("user-sync:read");
		return OrganizationScope
			.bind(this.jdbc.sql("select s.* from user_sync s left join organization o on o.id = s.organization_id "
					+ "where s.id = :id and (s.requested_by = :by or " + OrganizationScope.sql(scope) + ")"), scope)
			.param("id", id)
			.param("by", caller.subject())
			.query((row, number) -> sync(row))
			.optional()
			.orElseThrow(() -> new NotFound("user-sync", id));
	}

	/** The first {@value #FAILURES_SHOWN} rows that failed. */
	public List<RowFailure> failuresOf(UUID id) {
		return this.jdbc.sql("select * from user_sync_failure where sync_id = :id order by row_number limit :limit")
			.param("id", id)
			.param("limit", FAILURES_SHOWN)
			.query((row, number) -> new RowFailure(row.getInt("row_number"), row.getString("his_user_id"),
					row.getString("login_name"), row.getString("org_code"), row.getString("field"),
					row.getString("code")))
			.list();
	}

	/** Adds what a page did, and shows that the run is alive. */
	void progress(UUID id, SyncCounts page, List<RowFailure> failures) {
		this.jdbc.sql("""
				update user_sync set fetched = fetched + :fetched, created = created + :created,
					updated = updated + :updated, deactivated = deactivated + :deactivated,
					unchanged = unchanged + :unchanged, failed = failed + :failed, version = version + 1, beat_at = :now
				where id = :id""")
			.param("id", id)
			.param("fetched", page.fetched())
			.param("created", page.created())
			.param("updated", page.updated())
			.param("deactivated", page.deactivated())
			.param("unchanged", page.unchanged())
			.param("failed", page.failed())
			.param("now", now())
			.update();
		this.batches.batchUpdate("""
				insert into user_sync_failure (sync_id, row_number, his_user_id, login_name, org_code, field, code)
				values (:id, :row, :user, :login, :org, :field, :code)""",
				failures.stream()
					.map((failure) -> new MapSqlParameterSource("id", id).addValue("row", failure.rowNumber())
						.addValue("user", failure.hisUserId())
						.addValue("login", failure.loginName())
						.addValue("org", failure.orgCode())
						.addValue("field", failure.field())
						.addValue("code", failure.code()))
					.toArray(MapSqlParameterSource[]::new));
	}

	void finish(UUID id, SyncState state, @Nullable String reason) {
		this.jdbc.sql("""
				update user_sync set state = :state, reason = :reason, finished_at = :now, version = version + 1
				where id = :id and state = 'RUNNING'""")
			.param("id", id)
			.param("state", state.name())
			.param("reason", reason)
			.param("now", now())
			.update();
	}

	private Optional<UserSync> find(UUID id) {
		return this.jdbc.sql("select * from user_sync where id = :id")
			.param("id", id)
			.query((row, number) -> sync(row))
			.optional();
	}

	private void buryDead() {
		this.jdbc.sql("""
				update user_sync set state = 'FAILED', reason = :reason, finished_at = :now, version = version + 1
				where state = 'RUNNING' and beat_at < :silence""")
			.param("reason", INTERRUPTED)
			.param("now", now())
			.param("silence", now().minus(SILENCE))
			.update();
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	private static UserSync sync(ResultSet row) throws SQLException {
		SyncCounts counts = new SyncCounts(row.getInt("fetched"), row.getInt("created"), row.getInt("updated"),
				row.getInt("deactivated"), row.getInt("unchanged"), row.getInt("failed"));
		OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
		return new UserSync(row.getObject("id", UUID.class), row.getObject("organization_id", UUID.class),
				row.getBoolean("dry_run"), SyncState.valueOf(row.getString("state")), row.getString("reason"), counts,
				row.getLong("version"), instant(row.getObject("started_at", OffsetDateTime.class)),
				(finished != null) ? finished.toInstant() : null);
	}

	private static Instant instant(OffsetDateTime time) {
		return time.toInstant();
	}

}

package cn.yigongti.iam.usersync;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import cn.yigongti.iam.directory.OrganizationScope;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.caller.DataScope;
import cn.yigongti.platform.identifier.UuidV7;
import cn.yigongti.platform.paging.Condition;
import cn.yigongti.platform.paging.KeysetQuery;
import cn.yigongti.platform.paging.Page;
import cn.yigongti.platform.paging.Paging;
import cn.yigongti.platform.problem.NotFound;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** All runs, those under way and those before. */
@Repository
public class UserSyncs {

	private final JdbcClient jdbc;

	private final Clock clock;

	UserSyncs(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Begins a run.
	 * @throws SyncRunning when another over the same organizations is under way
	 */
	@Transactional
	public UserSync begin(SyncOptions options, Requester requester) {
		underWay(options.organizationId()).ifPresent((running) -> {
			throw new SyncRunning(running);
		});
		UUID id = UuidV7.next();
		int begun = this.jdbc.sql("""
				insert into user_sync (id, organization_id, dry_run, reconciles, confirmed, state, requested_by,
					requester_kind, reach, planned, started_at)
				values (:id, :organization, :dryRun, :full, :confirmed, 'RUNNING', :by, :kind, cast(:reach as jsonb),
					false, :now)
				on conflict do nothing""")
			.param("id", id)
			.param("organization", options.organizationId())
			.param("dryRun", options.dryRun())
			.param("full", options.full())
			.param("confirmed", options.confirmed())
			.param("by", requester.subject())
			.param("kind", requester.kind().name())
			.param("reach", JsonMapper.shared().writeValueAsString(requester.reach()))
			.param("now", now())
			.update();
		if (begun == 0) {
			throw new SyncRunning(underWay(options.organizationId()).orElse(id));
		}
		return this.jdbc.sql(SyncRows.SELECT + " where s.id = :id").param("id", id).query(SyncRows::read).single();
	}

	/** A run over everything stands in the way of one over a single organization, too. */
	private Optional<UUID> underWay(@Nullable UUID organizationId) {
		return this.jdbc.sql("""
				select id from user_sync where state = 'RUNNING'
					and (organization_id is null or organization_id = cast(:organization as uuid))
				limit 1""").param("organization", organizationId).query(UUID.class).optional();
	}

	/**
	 * The run, if the caller began it or may see the organization it is about.
	 * @throws NotFound when there is none such
	 */
	public UserSync get(UUID id, Caller caller, String permission) {
		Condition visible = Condition.anyOf(visibleTo(caller, permission));
		JdbcClient.StatementSpec statement = this.jdbc.sql(SyncRows.SELECT + " where s.id = :id and " + visible.sql())
			.param("id", id);
		visible.parameters().forEach(statement::param);
		return statement.query(SyncRows::read).optional().orElseThrow(() -> new NotFound("user-sync", id));
	}

	public Page<UserSync> page(UserSyncFilter filter, Caller caller, Paging paging) {
		return KeysetQuery.select(SyncRows.COLUMNS, SyncRows.FROM)
			.identifiedBy("s.id", "uuid")
			.sortedBy("startedAt", "s.started_at", "timestamptz")
			.anyOf(visibleTo(caller, "user-sync:read"))
			.whereIfPresent("s.organization_id = :organization", "organization", filter.organizationId())
			.whereIfPresent("s.state = :state", "state", filter.state())
			.page(this.jdbc, paging, SyncRows::read);
	}

	private static List<Condition> visibleTo(Caller caller, String permission) {
		DataScope scope = caller.scopeOf(permission);
		List<Condition> conditions = new ArrayList<>(OrganizationScope.conditions(scope));
		conditions.add(new Condition("s.requested_by = :subject", "subject", caller.subject()));
		return scope.all() ? OrganizationScope.conditions(scope) : conditions;
	}

	/** The rows that a run could not take over. */
	public Page<RowFailure> failuresOf(UUID id, Paging paging) {
		return KeysetQuery.select("f.*, p.source", "user_sync_failure f join user_sync_part p on p.id = f.part_id")
			.identifiedBy("f.id", "bigint")
			.sortedBy("row", "f.row_number", "int")
			.where("f.sync_id = :sync", "sync", id)
			.page(this.jdbc, paging,
					(row, number) -> new RowFailure(row.getString("source"), row.getInt("row_number"),
							row.getString("his_user_id"), row.getString("login_name"), row.getString("org_code"),
							row.getString("field"), row.getString("code")));
	}

	/**
	 * Ends a run; what it has taken over stays.
	 * @throws SyncEnded when it is over already
	 */
	void cancel(UserSync sync) {
		this.jdbc.sql("""
				update user_sync_part set state = 'CANCELLED', runner = null, leased_until = null, finished_at = :now
				where sync_id = :id and state in ('WAITING', 'RUNNING')""")
			.param("id", sync.id())
			.param("now", now())
			.update();
		this.jdbc.sql("delete from user_sync_row where part_id in (select id from user_sync_part where sync_id = :id)")
			.param("id", sync.id())
			.update();
		int cancelled = this.jdbc.sql("""
				update user_sync set state = 'CANCELLED', planned = true, finished_at = :now, version = version + 1
				where id = :id and state = 'RUNNING'""").param("id", sync.id()).param("now", now()).update();
		if (cancelled == 0) {
			throw new SyncEnded(sync.id(), sync.state());
		}
	}

	/** When the schedule began its last run of this kind. */
	Optional<Instant> lastScheduled(boolean full) {
		return this.jdbc.sql("""
				select started_at from user_sync where requested_by = :schedule and reconciles = :full
				order by started_at desc limit 1""")
			.param("schedule", Requester.SCHEDULE.subject())
			.param("full", full)
			.query(OffsetDateTime.class)
			.optional()
			.map(OffsetDateTime::toInstant);
	}

	/** Until the end of the transaction nobody else decides whether a run is due. */
	void lockSchedule() {
		this.jdbc.sql("select pg_advisory_xact_lock(hashtext('user-sync-schedule'))").query((row) -> {
		});
	}

	int forgetEndedBefore(Instant time) {
		return this.jdbc.sql("delete from user_sync where finished_at < :time")
			.param("time", time.atOffset(ZoneOffset.UTC))
			.update();
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

}

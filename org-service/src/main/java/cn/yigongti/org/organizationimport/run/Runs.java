package cn.yigongti.org.organizationimport.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

import cn.yigongti.org.organizationimport.Failure;
import cn.yigongti.org.organizationimport.ImportProperties;
import cn.yigongti.org.organizationimport.ImportState;
import cn.yigongti.org.organizationimport.Imports;
import cn.yigongti.org.organizationimport.Submitter;
import cn.yigongti.org.organizationimport.Tally;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who runs what. An import belongs to one runner at a time, for as long as that one keeps
 * saying so. Everything a runner writes down about an import is written in a transaction
 * that begins here: it holds the import until it ends, and is refused when the import has
 * gone to somebody else.
 */
@Component
class Runs {

	private final JdbcClient jdbc;

	private final ImportProperties properties;

	private final Clock clock;

	Runs(JdbcClient jdbc, ImportProperties properties, Clock clock) {
		this.jdbc = jdbc;
		this.properties = properties;
		this.clock = clock;
	}

	/** Takes the oldest import that waits, or whose runner has fallen silent. */
	Optional<Run> claim() {
		return this.jdbc.sql("""
				update organization_import i
				set version = version + 1, state = 'RUNNING', runner = :runner, attempts = attempts + 1,
				  leased_until = now() + cast(:lease as interval), started_at = coalesce(started_at, :now),
				  rows = 0, checked = 0, accepted = 0, rejected = 0, unchanged = 0
				where id = (select id from organization_import where state in ('QUEUED', 'RUNNING')
				  and (leased_until is null or leased_until < now()) order by id limit 1 for update skip locked)
				returning i.runner, i.attempts, i.submitter,""" + " " + Imports.COLUMNS)
			.param("runner", UUID.randomUUID())
			.param("lease", this.properties.lease().toString())
			.param("now", now())
			.query(Runs::run)
			.optional();
	}

	private static Run run(ResultSet row, int number) throws SQLException {
		return new Run(row.getObject("runner", UUID.class), row.getInt("attempts"), Imports.read(row, number),
				JsonMapper.shared().readValue(row.getString("submitter"), Submitter.class));
	}

	/**
	 * Says that it is still being worked on.
	 * @return whether it is still ours
	 */
	boolean prolong(Run run) {
		return this.jdbc.sql("""
				update organization_import set leased_until = now() + cast(:lease as interval)
				where id = :id and runner = :runner""")
			.param("lease", this.properties.lease().toString())
			.param("id", run.id())
			.param("runner", run.runner())
			.update() > 0;
	}

	/**
	 * Says how far it has come.
	 * @throws LeaseLost when it is not ours any more
	 */
	void report(Run run, Tally tally) {
		update(run, "state = 'RUNNING'", tally);
	}

	/**
	 * Says that it is over.
	 * @param failure if it failed
	 * @throws LeaseLost when it is not ours any more
	 */
	void finish(Run run, @Nullable Failure failure, Tally tally) {
		String state = ((failure != null) ? ImportState.FAILED : ImportState.SUCCEEDED).name();
		update(run, "state = '" + state + "', runner = null, leased_until = null, finished_at = :now,"
				+ " failure_code = :code, failure_arguments = cast(:arguments as jsonb)", tally, failure);
	}

	/** Lets somebody else take it, after a while. */
	void giveBack(Run run, Duration pause) {
		this.jdbc.sql("""
				update organization_import set version = version + 1, state = 'QUEUED', runner = null,
				  leased_until = now() + cast(:pause as interval)
				where id = :id and runner = :runner""")
			.param("pause", pause.toString())
			.param("id", run.id())
			.param("runner", run.runner())
			.update();
	}

	private void update(Run run, String change, Tally tally) {
		update(run, change, tally, null);
	}

	private void update(Run run, String change, Tally tally, @Nullable Failure failure) {
		int changed = this.jdbc.sql("update organization_import set version = version + 1, " + change + """
				, rows = :rows, checked = :checked, accepted = :accepted, rejected = :rejected,
				  unchanged = :unchanged, applied = :applied
				where id = :id and runner = :runner""")
			.param("rows", tally.rows())
			.param("checked", tally.checked())
			.param("accepted", tally.accepted())
			.param("rejected", tally.rejected())
			.param("unchanged", tally.unchanged())
			.param("applied", tally.applied())
			.param("now", now())
			.param("code", (failure != null) ? failure.code() : null)
			.param("arguments", (failure != null) ? JsonMapper.shared().writeValueAsString(failure.arguments()) : null)
			.param("id", run.id())
			.param("runner", run.runner())
			.update();
		if (changed == 0) {
			throw new LeaseLost(run.id());
		}
	}

	private OffsetDateTime now() {
		return OffsetDateTime.now(this.clock).withOffsetSameInstant(ZoneOffset.UTC);
	}

}

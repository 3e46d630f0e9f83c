package cn.yigongti.iam.usersync.run;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import cn.yigongti.iam.directory.Directory;
import cn.yigongti.iam.directory.Organization;
import cn.yigongti.iam.hissource.HisSources;
import cn.yigongti.iam.hissource.ResponsibleHis;
import cn.yigongti.iam.usersync.UserSyncProperties;
import cn.yigongti.platform.caller.DataScope;
import cn.yigongti.platform.identifier.UuidV7;
import cn.yigongti.platform.remote.DependencyUnavailable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds out which HIS a run concerns, by the register as it is at that moment, and makes
 * a part for each.
 */
@Component
class PlanSync {

	private static final Logger log = LoggerFactory.getLogger(PlanSync.class);

	private final JdbcClient jdbc;

	private final Directory directory;

	private final ResponsibleHis responsible;

	private final HisSources sources;

	private final UserSyncProperties properties;

	private final TransactionTemplate transaction;

	private final Clock clock;

	PlanSync(JdbcClient jdbc, Directory directory, ResponsibleHis responsible, HisSources sources,
			UserSyncProperties properties, TransactionTemplate transaction, Clock clock) {
		this.jdbc = jdbc;
		this.directory = directory;
		this.responsible = responsible;
		this.sources = sources;
		this.properties = properties;
		this.transaction = transaction;
		this.clock = clock;
	}

	private record Unplanned(UUID id, @Nullable UUID organizationId, boolean full, DataScope reach) {

	}

	/** Plans all runs that aren't yet. */
	void planAll() {
		while (isSomethingUnplanned()) {
			// asked before the transaction, for it may take a while
			Optional<List<Organization>> organizations = organizations();
			this.transaction.executeWithoutResult((status) -> next().ifPresent((run) -> organizations
				.ifPresentOrElse((known) -> plan(run, known), () -> fail(run, "org-service-unavailable"))));
		}
	}

	private boolean isSomethingUnplanned() {
		return this.jdbc.sql("select exists (select from user_sync where not planned)").query(Boolean.class).single();
	}

	private Optional<List<Organization>> organizations() {
		try {
			return Optional.of(this.directory.all());
		}
		catch (DependencyUnavailable ex) {
			log.warn("A user synchronisation can't be planned: {}", ex.getMessage());
			return Optional.empty();
		}
	}

	private Optional<Unplanned> next() {
		return this.jdbc.sql("select * from user_sync where not planned order by id limit 1 for update")
			.query((row, number) -> new Unplanned(row.getObject("id", UUID.class),
					row.getObject("organization_id", UUID.class), row.getBoolean("reconciles"),
					JsonMapper.shared().readValue(row.getString("reach"), DataScope.class)))
			.optional();
	}

	private void plan(Unplanned run, List<Organization> organizations) {
		Set<String> concerned = new TreeSet<>();
		organizations.stream()
			.filter((organization) -> concerns(run, organization))
			.map(this.responsible::of)
			.flatMap(Optional::stream)
			.forEach(concerned::add);
		if (run.organizationId() == null && run.reach().all()) {
			this.responsible.byDefault().ifPresent(concerned::add);
		}
		if (concerned.isEmpty()) {
			fail(run, "cloud-his-not-configured");
			return;
		}
		concerned.forEach((source) -> add(run, source));
		this.jdbc.sql("update user_sync set planned = true, version = version + 1 where id = :id")
			.param("id", run.id())
			.update();
	}

	private static boolean concerns(Unplanned run, Organization organization) {
		return (run.organizationId() == null || Objects.equals(run.organizationId(), organization.id()))
				&& run.reach().covers(organization.id(), organization.consortiumId(), organization.regionCode());
	}

	private void add(Unplanned run, String source) {
		this.jdbc.sql("""
				insert into user_sync_part (id, sync_id, source, state, since)
				values (:id, :sync, :source, 'WAITING', :since)""")
			.param("id", UuidV7.next())
			.param("sync", run.id())
			.param("source", source)
			.param("since", since(run, source).map((time) -> time.atOffset(ZoneOffset.UTC)).orElse(null))
			.update();
	}

	/**
	 * A run over one organization reads everything: the organization may be new, and its
	 * staff at the HIS older than the last run.
	 */
	private Optional<Instant> since(Unplanned run, String source) {
		return (run.full() || run.organizationId() != null) ? Optional.empty()
				: this.sources.watermark(source).map((time) -> time.minus(this.properties.overlap()));
	}

	private void fail(Unplanned run, String reason) {
		this.jdbc.sql("""
				update user_sync set planned = true, state = 'FAILED', reason = :reason, finished_at = :now,
					version = version + 1 where id = :id""")
			.param("reason", reason)
			.param("now", OffsetDateTime.now(this.clock).withOffsetSameInstant(ZoneOffset.UTC))
			.param("id", run.id())
			.update();
	}

}

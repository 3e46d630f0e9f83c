package cn.yigongti.iam.hissource;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far each HIS has been read. */
@Repository
public class HisSources {

	private final JdbcClient jdbc;

	private final Clock clock;

	HisSources(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** What changed there before has been read. */
	public Optional<Instant> watermark(String url) {
		return time("watermark", url);
	}

	/** When the users of the HIS were last brought up to date. */
	public Optional<Instant> syncedAt(String url) {
		return time("synced_at", url);
	}

	private Optional<Instant> time(String column, String url) {
		return this.jdbc.sql("select " + column + " from his_source where url = :url and " + column + " is not null")
			.param("url", url)
			.query(OffsetDateTime.class)
			.optional()
			.map(OffsetDateTime::toInstant);
	}

	/**
	 * Notes that all its users were brought up to date.
	 * @param watermark never goes back
	 * @param reconciled whether missing ones were looked for, too
	 */
	public void synced(String url, @Nullable Instant watermark, boolean reconciled) {
		this.jdbc.sql("""
				insert into his_source as known (url, watermark, synced_at, reconciled_at)
				values (:url, :watermark, :now, case when :reconciled then :now end)
				on conflict (url) do update set watermark = greatest(known.watermark, excluded.watermark),
					synced_at = excluded.synced_at,
					reconciled_at = coalesce(excluded.reconciled_at, known.reconciled_at)""")
			.param("url", url)
			.param("watermark", (watermark != null) ? watermark.atOffset(ZoneOffset.UTC) : null)
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("reconciled", reconciled)
			.update();
	}

}

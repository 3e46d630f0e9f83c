package cn.yigongti.consultation.statistics;

import java.util.concurrent.atomic.AtomicLong;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Adds to the sums what has been appended since, one replica at a time. Nobody depends on
 * when it does: who reads adds what isn't folded.
 */
@Component
class FoldChanges {

	static final int BATCH = 5000;

	private static final int BATCHES_AT_ONCE = 40;

	private static final String FOLD = """
			with taken as (
				delete from statistics_change
				where id in (select id from statistics_change order by id limit :limit) returning *
			), %s
			select count(*) from taken""".formatted(Sums.foldAll("taken"));

	/** How many wait, counted no further than tells that folding has come to a halt. */
	private static final String WAITING = """
			select count(*) from (select from statistics_change limit %d) waiting""".formatted(100 * BATCH);

	private static final Logger log = LoggerFactory.getLogger(FoldChanges.class);

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final AtomicLong waiting = new AtomicLong();

	FoldChanges(JdbcClient jdbc, TransactionTemplate transaction, MeterRegistry meters) {
		this.jdbc = jdbc;
		this.transaction = transaction;
		Gauge.builder("yigongti.consultation.statistics.waiting", this.waiting, AtomicLong::get)
			.description("Changes that aren't folded into the sums, as last counted, up to %d".formatted(100 * BATCH))
			.register(meters);
	}

	@Scheduled(fixedDelayString = "${yigongti.consultation.statistics.fold-every:5s}")
	void foldAll() {
		try {
			for (int i = 0; i < BATCHES_AT_ONCE && fold(BATCH) == BATCH; i++) {
				log.debug("more changes of statistics wait to be folded");
			}
			this.waiting.set(this.jdbc.sql(WAITING).query(Long.class).single());
		}
		catch (DataAccessException | TransactionException ex) {
			log.warn("changes of statistics could not be folded as yet: {}", ex.getMessage());
		}
	}

	/** How many were folded; none while another process is at it. */
	int fold(int limit) {
		Integer folded = this.transaction.execute(
				(status) -> isOurs() ? this.jdbc.sql(FOLD).param("limit", limit).query(Integer.class).single() : 0);
		return (folded != null) ? folded : 0;
	}

	private boolean isOurs() {
		return this.jdbc.sql("select pg_try_advisory_xact_lock(:lock)")
			.param("lock", RebuildSums.LOCK)
			.query(Boolean.class)
			.single();
	}

}

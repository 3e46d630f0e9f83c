package cn.yigongti.platform.resealing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

import cn.yigongti.platform.crypto.FieldCipher;
import cn.yigongti.platform.crypto.KeyRing;
import cn.yigongti.platform.crypto.KeyedHash;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;

/**
 * Walks through all {@link SealedTable sealed tables}, a batch at a time with a pause in
 * between. Where it has got to is in the rows themselves: after a restart it begins again
 * and passes quickly by what is done. Replicas take turns.
 */
public class Resealing {

	private static final Logger log = LoggerFactory.getLogger(Resealing.class);

	private static final int BATCH = 500;

	/** Somebody had rows in hand, or a row can't be sealed anew. */
	private static final Duration AGAIN = Duration.ofMinutes(10);

	/** A replica with the settings of before may still write. */
	private static final Duration LOOK_AFTER = Duration.ofHours(6);

	private final List<ResealTable> tables;

	private final Map<String, AtomicLong> outdated = new LinkedHashMap<>();

	private final MeterRegistry meters;

	private final KeyRing fieldKeys;

	private final KeyRing hashKeys;

	private final Clock clock;

	private int at;

	private @Nullable String after;

	private Instant next = Instant.MIN;

	public Resealing(List<SealedTable> tables, NamedParameterJdbcTemplate jdbc, FieldCipher cipher, KeyedHash hash,
			PlatformTransactionManager transactions, MeterRegistry meters, Clock clock) {
		this.tables = tables.stream().map((table) -> new ResealTable(table, jdbc, cipher, hash, transactions)).toList();
		this.fieldKeys = cipher.ring();
		this.hashKeys = hash.ring();
		this.meters = meters;
		this.clock = clock;
		this.tables.forEach((table) -> {
			AtomicLong count = this.outdated.computeIfAbsent(table.name(), (_) -> new AtomicLong());
			Gauge.builder("yigongti.resealing.outdated", count, AtomicLong::get)
				.description("Rows that are not sealed with the current keys, as last counted")
				.tag("table", table.name())
				.register(meters);
		});
	}

	@Scheduled(fixedDelayString = "${yigongti.resealing.pause:1s}",
			initialDelayString = "${yigongti.resealing.initial-delay:1m}")
	void work() {
		if (this.clock.instant().isBefore(this.next)) {
			return;
		}
		try {
			step();
		}
		catch (DataAccessException | TransactionException ex) {
			log.warn("Sealing with the current keys goes on later", ex);
			this.next = this.clock.instant().plus(AGAIN);
		}
	}

	/**
	 * Does one batch.
	 * @return whether there is more to do at once
	 */
	public synchronized boolean step() {
		if (this.at < this.tables.size() && !advance(this.tables.get(this.at))) {
			this.at++;
			this.after = null;
		}
		if (this.at < this.tables.size()) {
			return true;
		}
		finish();
		return false;
	}

	/** Whether this table has more. */
	private boolean advance(ResealTable table) {
		if (table.passesByItself()) {
			return false;
		}
		AtomicLong left = left(table);
		if (this.after == null) {
			left.set(table.outdated());
		}
		Optional<ResealTable.Batch> batch = table.next(this.after, BATCH);
		batch.ifPresent((done) -> {
			this.after = done.last();
			left.addAndGet(-done.resealed());
			counter(table).increment(done.resealed());
			if (done.resealed() > 0) {
				log.info("Sealed {} rows of {} with the current keys, {} to go", done.resealed(), table.name(), left);
			}
		});
		return batch.map((done) -> done.found() == BATCH).orElse(true);
	}

	private void finish() {
		this.at = 0;
		this.tables.forEach((table) -> left(table).set(table.outdated()));
		boolean unfinished = this.tables.stream().anyMatch((table) -> !table.passesByItself() && left(table).get() > 0);
		this.next = this.clock.instant().plus(unfinished ? AGAIN : LOOK_AFTER);
		if (isClean()) {
			if (this.fieldKeys.versions().size() > 1 || this.hashKeys.versions().size() > 1) {
				log.info("Nothing stored needs other keys than the current ones any more: {}; {}", this.fieldKeys,
						this.hashKeys);
			}
		}
		else {
			log.info("Not everything is sealed with the current keys: {} rows", this.outdated);
		}
	}

	/** Whether, when last counted, nothing needed another version of a key. */
	public boolean isClean() {
		return this.outdated.values().stream().allMatch((count) -> count.get() == 0);
	}

	private AtomicLong left(ResealTable table) {
		return this.outdated.computeIfAbsent(table.name(), (_) -> new AtomicLong());
	}

	private Counter counter(ResealTable table) {
		return Counter.builder("yigongti.resealing.rows")
			.description("Rows sealed anew with the current keys")
			.tag("table", table.name())
			.register(this.meters);
	}

}

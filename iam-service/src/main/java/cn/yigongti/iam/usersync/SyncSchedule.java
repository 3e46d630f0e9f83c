package cn.yigongti.iam.usersync;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.support.CronExpression;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Begins runs by the clock. Whether one is due is decided by when the last one began, so
 * that it is begun once on however many replicas, and made up for after all were down.
 */
@Component
class SyncSchedule {

	private static final Logger log = LoggerFactory.getLogger(SyncSchedule.class);

	private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

	private final UserSyncs syncs;

	private final UserSyncProperties properties;

	private final TransactionTemplate transaction;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	private final Instant firstLook;

	SyncSchedule(UserSyncs syncs, UserSyncProperties properties, TransactionTemplate transaction,
			ApplicationEventPublisher events, Clock clock) {
		this.syncs = syncs;
		this.properties = properties;
		this.transaction = transaction;
		this.events = events;
		this.clock = clock;
		this.firstLook = clock.instant();
	}

	@Scheduled(fixedDelayString = "${yigongti.iam.user-sync.poll-interval}")
	void beginWhatIsDue() {
		beginIfDue(this.properties.fullSchedule(), true);
		beginIfDue(this.properties.schedule(), false);
	}

	/** Does so, unless there is a run already; then it looks again later. */
	void beginIfDue(String cron, boolean full) {
		if (!UserSyncProperties.isScheduled(cron) || !isDue(cron, full)) {
			return;
		}
		try {
			this.transaction.executeWithoutResult((status) -> {
				this.syncs.lockSchedule();
				if (isDue(cron, full)) {
					UserSync sync = this.syncs.begin(new SyncOptions(null, false, full, false), Requester.SCHEDULE);
					this.events.publishEvent(new SyncRequested(sync.id()));
				}
			});
		}
		catch (SyncRunning ex) {
			log.debug("A scheduled user synchronisation waits for {}", ex.running());
		}
	}

	private boolean isDue(String cron, boolean full) {
		ZonedDateTime last = this.syncs.lastScheduled(full).orElse(this.firstLook).atZone(CHINA);
		ZonedDateTime next = CronExpression.parse(cron).next(last);
		return next != null && !next.toInstant().isAfter(this.clock.instant());
	}

	@Scheduled(fixedDelayString = "PT6H", initialDelayString = "PT10M")
	void forgetOldRuns() {
		int forgotten = this.syncs.forgetEndedBefore(this.clock.instant().minus(this.properties.keepFor()));
		log.debug("{} old user synchronisations forgotten", forgotten);
	}

}

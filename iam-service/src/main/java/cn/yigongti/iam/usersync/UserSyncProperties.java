package cn.yigongti.iam.usersync;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.scheduling.support.CronExpression;

/**
 * How users are pulled.
 *
 * @param schedule cron expression in China's time of when to ask for what changed;
 * {@code -} for never
 * @param fullSchedule the same for reading everybody and deactivating who is missing
 * @param overlap how much further back than the last time to ask; longer than the clock
 * of a HIS may be behind
 * @param maxVanished of a hundred users, how many may be missing before it is taken for a
 * fault of the HIS
 * @param parallelSources how many HIS a replica reads at once
 * @param lease how long a replica that says nothing is believed to be at work
 * @param keepFor how long runs are kept after their end
 */
@ConfigurationProperties("yigongti.iam.user-sync")
public record UserSyncProperties(@DefaultValue("-") String schedule, @DefaultValue("-") String fullSchedule,
		@DefaultValue("10m") Duration overlap, @DefaultValue("20") int maxVanished,
		@DefaultValue("2") int parallelSources, @DefaultValue("1m") Duration lease,
		@DefaultValue("90d") Duration keepFor) {

	private static final String NEVER = "-";

	public UserSyncProperties {
		for (String cron : new String[] { schedule, fullSchedule }) {
			if (!cron.equals(NEVER)) {
				CronExpression.parse(cron);
			}
		}
	}

	/** Whether the expression names any time at all. */
	static boolean isScheduled(String cron) {
		return !cron.equals(NEVER);
	}

}

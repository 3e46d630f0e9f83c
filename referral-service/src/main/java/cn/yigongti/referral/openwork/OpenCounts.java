package cn.yigongti.referral.openwork;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.paging.Condition;
import cn.yigongti.platform.paging.ScopedSides;
import cn.yigongti.referral.course.ReferralStatus;
import cn.yigongti.referral.referral.Rights;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts open referrals: those that have not ended (returned, expired, void) and whose
 * care {@link ReferralStatus#isCareToCome is still to come or going on}. One whose
 * patient has been discharged, or whose visit is completed, may still be returned, but
 * nobody has to return it and one that was referred down can't be; it is not open, or it
 * would keep its organizations from closing for ever. Unlike what is
 * {@link cn.yigongti.referral.referral.Referral#isInTheWay in the way} of another
 * referral, a patient who is admitted after the outpatient visit was completed counts
 * again.
 * <p>
 * Reads the primary: who decides by these counts needs the latest.
 */
@Component
public class OpenCounts {

	/** Word for word what the indexes {@code referral_open_…} are made for. */
	private static final String OPEN = Arrays.stream(ReferralStatus.values())
		.filter(ReferralStatus::isCareToCome)
		.map((status) -> "'" + status + "'")
		.collect(Collectors.joining(", ", "ended_at is null and status in (", ")"));

	private final JdbcClient jdbc;

	private final Clock clock;

	OpenCounts(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Counts for each of these organizations, in their order, what the caller may see.
	 * Zero for those that no referral names.
	 */
	public List<OpenCount> of(Caller caller, Collection<UUID> organizations) {
		Instant now = this.clock.instant();
		Condition within = Condition.anyOf(ScopedSides.within(caller.scopeOf(Rights.READ), "source", "target"));
		return this.jdbc.sql(statement(within))
			.params(within.parameters())
			.param("organizations", organizations.stream().map(UUID::toString).toArray(String[]::new))
			.query((row, number) -> new OpenCount(row.getObject("id", UUID.class), row.getLong("as_source"),
					row.getLong("as_target"), now))
			.list();
	}

	static String statement(Condition within) {
		return """
				select asked.id, (%s) as as_source, (%s) as as_target
				from unnest(cast(:organizations as uuid[])) with ordinality asked (id, place) order by asked.place"""
			.formatted(count("source_id", within), count("target_id", within));
	}

	private static String count(String side, Condition within) {
		return "select count(*) from referral where %s = asked.id and %s and %s".formatted(side, OPEN, within.sql());
	}

}

package cn.yigongti.referral.ending;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

import cn.yigongti.referral.course.ReferralStatus;
import cn.yigongti.referral.referral.Actor;
import cn.yigongti.referral.referral.History;
import cn.yigongti.referral.referral.Move;
import cn.yigongti.referral.referral.Referral;
import cn.yigongti.referral.referral.Referrals;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Ends referrals whose validity is over and whose patient has not come. Any number of
 * replicas may do it at the same time: each takes what no other has in hand.
 */
@Component
public class ExpireReferrals {

	private static final int BATCH = 100;

	private final Referrals referrals;

	private final History history;

	private final Clock clock;

	private final Duration importSettle;

	private final TransactionOperations transaction;

	ExpireReferrals(Referrals referrals, History history, Clock clock,
			@Value("${yigongti.referral.import-settle}") Duration importSettle, TransactionOperations transaction) {
		this.referrals = referrals;
		this.history = history;
		this.clock = clock;
		this.importSettle = importSettle;
		this.transaction = transaction;
	}

	/**
	 * Expires all that are overdue.
	 * @return how many
	 */
	@Scheduled(fixedDelayString = "${yigongti.referral.expiry-interval}",
			initialDelayString = "${yigongti.referral.expiry-interval}")
	public int sweep() {
		int all = 0;
		int expired;
		do {
			expired = Objects.requireNonNull(this.transaction.execute((status) -> expireSome()));
			all += expired;
		}
		while (expired == BATCH);
		return all;
	}

	private int expireSome() {
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		List<Referral> overdue = this.referrals.lockOverdue(now, now.minus(this.importSettle), BATCH);
		overdue.forEach((referral) -> expire(referral, now));
		return overdue.size();
	}

	private void expire(Referral referral, Instant now) {
		Move last = this.history.pathOf(referral.id()).getLast();
		referral.expire(last.occurredAt(), now);
		Instant expiredAt = Objects.requireNonNull(referral.endedAt());
		this.history.add(last.then(Move.Kind.MOVE, ReferralStatus.EXPIRED, expiredAt, Actor.CLOCK, null, now));
		this.referrals.save(referral);
	}

}

package cn.yigongti.referral.hisevent;

import java.time.Instant;
import java.util.UUID;

import cn.yigongti.platform.identifier.UuidV7;
import cn.yigongti.referral.course.EventKey;
import cn.yigongti.referral.course.HospitalEvent;
import cn.yigongti.referral.course.HospitalFacts;
import cn.yigongti.referral.course.ReferralStatus;
import cn.yigongti.referral.referral.Actor;
import cn.yigongti.referral.referral.Referral;

import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

import static org.springframework.data.relational.core.mapping.Embedded.OnEmpty.USE_EMPTY;

/**
 * An event in the log.
 *
 * @param targetId the hospital, within which the name of a source counts
 * @param afterEnd whether the referral had ended when it arrived
 * @param firstOutcome what was answered when it arrived; events that come later can
 * change what it means
 */
@Table("hospital_event")
record LoggedEvent(@Id UUID id, UUID referralId, UUID targetId, @Embedded(onEmpty = USE_EMPTY) EventKey key,
		ReferralStatus type, Instant occurredAt, Instant receivedAt, boolean afterEnd,
		@Embedded(onEmpty = USE_EMPTY) HospitalFacts facts, EventOutcome firstOutcome,
		@Embedded(onEmpty = USE_EMPTY, prefix = "actor_") Actor actor) {

	static LoggedEvent of(Referral referral, HospitalReport report, EventOutcome outcome, Actor actor, Instant now) {
		return new LoggedEvent(UuidV7.next(), referral.id(), referral.target().id(), report.key(), report.type(),
				report.occurredAt(), now, referral.isEnded(), report.facts(), outcome, actor);
	}

	HospitalEvent event() {
		return new HospitalEvent(this.key, this.type, this.occurredAt, this.facts, this.afterEnd);
	}

	boolean says(HospitalReport report, UUID referral) {
		return report.equals(new HospitalReport(this.key, this.type, this.occurredAt, this.facts))
				&& this.referralId.equals(referral);
	}

}

package cn.yigongti.referral.hisevent;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import cn.yigongti.platform.audit.AuditResult;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.problem.InvalidInput;
import cn.yigongti.platform.problem.NotFound;
import cn.yigongti.platform.problem.OutOfScope;
import cn.yigongti.referral.course.Course;
import cn.yigongti.referral.course.EventKey;
import cn.yigongti.referral.course.HospitalEvent;
import cn.yigongti.referral.course.ReferralStatus;
import cn.yigongti.referral.course.Standing;
import cn.yigongti.referral.referral.Actor;
import cn.yigongti.referral.referral.AppointmentMoved;
import cn.yigongti.referral.referral.History;
import cn.yigongti.referral.referral.Referral;
import cn.yigongti.referral.referral.ReferralTrail;
import cn.yigongti.referral.referral.Referrals;
import cn.yigongti.referral.referral.Rights;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes an event of the receiver's hospital: one at a time per referral, into the log
 * whatever becomes of it, and then the course of the referral is derived anew from all of
 * its events.
 */
@Component
public class ReceiveReport {

	private final Referrals referrals;

	private final EventLog log;

	private final History history;

	private final Clock clock;

	private final ReferralTrail trail;

	ReceiveReport(Referrals referrals, EventLog log, History history, Clock clock, ReferralTrail trail) {
		this.trail = trail;
		this.referrals = referrals;
		this.log = log;
		this.history = history;
		this.clock = clock;
	}

	/**
	 * Takes an event for the referral with this id.
	 * @throws NotFound when it was not sent to the caller's hospital
	 * @throws InvalidInput when the event can't have happened or misses what it must say
	 * @throws EventIdReused when its id was used for something else
	 */
	@Transactional(propagation = Propagation.NESTED)
	public Received receive(Caller caller, UUID id, HospitalReport report) {
		return receive(caller, this.referrals.lockById(id), id, report);
	}

	/**
	 * The same by the number that stands on the letter; within a transaction as a part
	 * that can fail alone.
	 */
	@Transactional(propagation = Propagation.NESTED)
	public Received receive(Caller caller, String referralNumber, HospitalReport report) {
		return receive(caller, this.referrals.lockByReferralNumber(referralNumber), referralNumber, report);
	}

	private Received receive(Caller caller, Optional<Referral> found, Object id, HospitalReport report) {
		Referral referral = found.orElseThrow(() -> new NotFound("referral", id));
		if (!new Rights(caller, referral).isReceivingHospital()) {
			throw new OutOfScope("referral", id);
		}
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		ReportRules.check(report, referral, now);
		return this.log.find(referral.target().id(), report.key())
			.map((known) -> again(known, referral, report))
			.orElseGet(() -> {
				Received received = firstTime(referral, report, Actor.of(caller), now);
				record(caller, received);
				return received;
			});
	}

	private void record(Caller caller, Received received) {
		boolean refused = received.outcome() == EventOutcome.REFUSED;
		this.trail.record(this.trail.entry(caller, Rights.REPORT, received.referral())
			.ended(refused ? AuditResult.FAILED : AuditResult.SUCCESS)
			.because(received.type().name()));
	}

	private static Received again(LoggedEvent known, Referral referral, HospitalReport report) {
		if (!known.says(report, referral.id())) {
			throw new EventIdReused();
		}
		return new Received(EventOutcome.DUPLICATE, known.firstOutcome(), report.type(), referral);
	}

	private Received firstTime(Referral referral, HospitalReport report, Actor actor, Instant now) {
		List<LoggedEvent> known = this.log.of(referral.id());
		HospitalEvent event = new HospitalEvent(report.key(), report.type(), report.occurredAt(), report.facts(),
				referral.isEnded());
		Course course = Course.of(referral.validity(),
				Stream.concat(known.stream().map(LoggedEvent::event), Stream.of(event)).toList());
		EventOutcome outcome = outcome(course.standingOf(event.key()), referral.status(), course.status());
		LoggedEvent logged = LoggedEvent.of(referral, report, outcome, actor, now);
		this.log.append(logged);
		boolean changed = follow(referral, course, Stream.concat(known.stream(), Stream.of(logged)), now);
		return new Received(outcome, outcome, report.type(), changed ? this.referrals.save(referral) : referral);
	}

	private static EventOutcome outcome(Standing standing, ReferralStatus before, ReferralStatus after) {
		return switch (standing) {
			case MOVED -> (before != after) ? EventOutcome.APPLIED : EventOutcome.RECORDED;
			case RECORDED -> EventOutcome.RECORDED;
			case PARKED -> EventOutcome.PARKED;
			case REFUSED -> EventOutcome.REFUSED;
		};
	}

	private boolean follow(Referral referral, Course course, Stream<LoggedEvent> events, Instant now) {
		boolean moves = !referral.isEnded() && referral.status() != course.status();
		boolean changes = moves || !referral.findings().equals(course.findings());
		if (!referral.isEnded()) {
			Map<EventKey, Actor> reporters = events.collect(Collectors.toMap(LoggedEvent::key, LoggedEvent::actor));
			this.history.follow(referral.id(), course.steps(), (key) -> Objects.requireNonNull(reporters.get(key)),
					now);
		}
		if (changes) {
			referral.follow(course, now);
		}
		return changes;
	}

	/**
	 * With another validity the same events can mean something else. The referral is
	 * saved by who amends it.
	 */
	@EventListener
	void derivesAnew(AppointmentMoved moved) {
		Referral referral = moved.referral();
		List<LoggedEvent> known = this.log.of(referral.id());
		Course course = Course.of(referral.validity(), known.stream().map(LoggedEvent::event).toList());
		follow(referral, course, known.stream(), moved.at());
	}

}

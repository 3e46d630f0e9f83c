package cn.yigongti.referral.course;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The course of a referral at the hospital, derived from the <em>set</em> of its events:
 * they are replayed in the order in which they happened, from
 * {@link ReferralStatus#APPLIED}; one that is legal where it stands moves, any other one
 * moves nothing. Nothing here depends on the order in which they arrived, so the end is
 * the same in every order.
 *
 * @param status where the hospital's events lead
 * @param steps the legal moves in order
 * @param findings from the moves, later ones first, and where these say nothing from the
 * recorded events
 */
public record Course(ReferralStatus status, List<Step> steps, Findings findings, Map<EventKey, Standing> standings) {

	public static Course of(Validity validity, Collection<HospitalEvent> events) {
		return new Replay(validity, events).run();
	}

	/** What the event means, which must be one of those replayed. */
	public Standing standingOf(EventKey event) {
		return Objects.requireNonNull(this.standings.get(event), "event not in this course");
	}

	private static final class Replay {

		private final Validity validity;

		private final List<HospitalEvent> events;

		private final List<Step> steps = new ArrayList<>();

		private final Map<EventKey, Standing> standings = new HashMap<>();

		private ReferralStatus status = ReferralStatus.APPLIED;

		private boolean visited;

		private int lastMove = -1;

		Replay(Validity validity, Collection<HospitalEvent> events) {
			this.validity = validity;
			this.events = events.stream().sorted().toList();
		}

		Course run() {
			for (int i = 0; i < this.events.size(); i++) {
				HospitalEvent event = this.events.get(i);
				if (moves(event)) {
					this.steps.add(new Step(this.status, event.type(), event.occurredAt(), event.key()));
					this.standings.put(event.key(), Standing.MOVED);
					this.status = event.type();
					this.lastMove = i;
				}
				this.visited |= event.isVisit() && isOfThisReferral(event);
			}
			for (int i = 0; i < this.events.size(); i++) {
				this.standings.putIfAbsent(this.events.get(i).key(), standingOfUnmoved(i));
			}
			return new Course(this.status, List.copyOf(this.steps), findings(), Map.copyOf(this.standings));
		}

		private boolean moves(HospitalEvent event) {
			return !event.afterEnd() && event.type().isReportedByHospital() && this.status.mayGoTo(event.type())
					&& !isTooLate(event);
		}

		/**
		 * A visit must begin within the validity, and so must whatever is the first sign
		 * of the patient.
		 */
		private boolean isTooLate(HospitalEvent event) {
			boolean notYetCome = this.status == ReferralStatus.APPLIED
					|| (this.status == ReferralStatus.ADMISSION_CANCELLED && !this.visited);
			return this.validity.isOverAt(event.occurredAt()) && (event.isVisit() || notYetCome);
		}

		private Standing standingOfUnmoved(int index) {
			HospitalEvent event = this.events.get(index);
			if (!event.type().isReportedByHospital()) {
				return Standing.REFUSED;
			}
			if (index < this.lastMove || this.validity.endedAfter(event.occurredAt())) {
				return Standing.RECORDED;
			}
			boolean reachable = !this.validity.isEnded() && this.status.reachesByHospital(event.type())
					&& isOfThisReferral(event);
			return reachable ? Standing.PARKED : Standing.REFUSED;
		}

		/**
		 * A visit after the validity is none on this referral, so that it can't keep an
		 * expired one alive.
		 */
		private boolean isOfThisReferral(HospitalEvent event) {
			return !(event.isVisit() && this.validity.isOverAt(event.occurredAt()));
		}

		private Findings findings() {
			Findings moved = Findings.NONE;
			Findings recorded = Findings.NONE;
			for (HospitalEvent event : this.events) {
				switch (Objects.requireNonNull(this.standings.get(event.key()))) {
					case MOVED -> moved = Findings.of(event).orElse(moved);
					case RECORDED ->
						recorded = isOfThisReferral(event) ? recorded.orElse(Findings.of(event)) : recorded;
					case PARKED, REFUSED -> {
					}
				}
			}
			return moved.orElse(recorded);
		}

	}

}

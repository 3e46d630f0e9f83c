package cn.yigongti.dev.county;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

import cn.yigongti.dev.county.PlannedOrganization.Tier;

import org.jspecify.annotations.Nullable;

/**
 * 300 referrals from and to the People's Hospital over the last eight quarters, this one
 * included, in all nine statuses. What is over lies anywhere in that time; what is going
 * on began within the last three weeks.
 */
public final class ReferralHistory {

	static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	/**
	 * How many of each; the way down ends at discharge, for there is nobody to return the
	 * patient to.
	 */
	private static final Map<Outcome, Integer> UP_OR_LEVEL = Map.of(Outcome.RETURNED, 132, Outcome.EXPIRED, 26,
			Outcome.DISCHARGED, 20, Outcome.OUTPATIENT_COMPLETED, 16, Outcome.APPLIED, 16, Outcome.ADMITTED, 12,
			Outcome.OUTPATIENT_VISITED, 8, Outcome.ADMISSION_CANCELLED, 5, Outcome.DISCHARGE_CANCELLED, 5);

	private static final Map<Outcome, Integer> DOWN = Map.of(Outcome.OUTPATIENT_COMPLETED, 24, Outcome.DISCHARGED, 18,
			Outcome.EXPIRED, 8, Outcome.ADMITTED, 4, Outcome.APPLIED, 3, Outcome.OUTPATIENT_VISITED, 2,
			Outcome.ADMISSION_CANCELLED, 1);

	/**
	 * By then the longest way, and the time in which a referral may still be taken up,
	 * are over.
	 */
	private static final int DAYS_UNTIL_OVER = 30;

	private final PlannedConsortium consortium;

	private final Staff staff;

	private final LocalDate today;

	private final Random random = new Random(229);

	private final Patients patients;

	private ReferralHistory(PlannedConsortium consortium, Staff staff, LocalDate today) {
		this.consortium = consortium;
		this.staff = staff;
		this.today = today;
		this.patients = new Patients(consortium.countyCode(), this.random);
	}

	public static List<PlannedReferral> plan(PlannedConsortium consortium, Staff staff, Instant now) {
		return new ReferralHistory(consortium, staff, LocalDate.ofInstant(now, ZONE)).referrals();
	}

	static LocalDate firstDay(LocalDate today) {
		return today.withDayOfMonth(1).minusMonths((today.getMonthValue() - 1) % 3 + 21L);
	}

	private List<PlannedReferral> referrals() {
		List<Outcome> upOrLevel = shuffled(UP_OR_LEVEL);
		List<Outcome> down = shuffled(DOWN);
		List<PlannedReferral> referrals = new ArrayList<>();
		for (int i = 0; i < upOrLevel.size(); i++) {
			boolean level = i % 8 == 7;
			PlannedOrganization source = level ? this.consortium.hospital((i % 16 == 7) ? "A210" : "G100")
					: anyLower(i);
			referrals.add(referral(referrals.size() + 1, source, this.consortium.lead(),
					level ? ReferralType.SAME_LEVEL : ReferralType.UP, upOrLevel.get(i)));
		}
		for (int i = 0; i < down.size(); i++) {
			PlannedOrganization target = down.get(i).needsBed() ? any(Tier.TOWNSHIP, i * 7) : anyLower(i);
			referrals
				.add(referral(referrals.size() + 1, this.consortium.lead(), target, ReferralType.DOWN, down.get(i)));
		}
		return referrals;
	}

	private List<Outcome> shuffled(Map<Outcome, Integer> counts) {
		List<Outcome> outcomes = new ArrayList<>();
		for (Outcome outcome : Outcome.values()) {
			outcomes.addAll(Collections.nCopies(counts.getOrDefault(outcome, 0), outcome));
		}
		Collections.shuffle(outcomes, this.random);
		return outcomes;
	}

	/** Two of three come from or go to a township, one a village. */
	private PlannedOrganization anyLower(int i) {
		return (i % 3 == 2) ? any(Tier.VILLAGE, i / 3 * 5 + 3) : any(Tier.TOWNSHIP, i * 7);
	}

	/** Steps of a length without a common divisor visit them all, sooner or later. */
	private PlannedOrganization any(Tier tier, int i) {
		List<PlannedOrganization> choice = this.consortium.ofTier(tier);
		return choice.get(i % choice.size());
	}

	private PlannedReferral referral(int number, PlannedOrganization source, PlannedOrganization target,
			ReferralType type, Outcome outcome) {
		Illness illness = Illness.FREQUENT.get(this.random.nextInt(Illness.FREQUENT.size()));
		Patient patient = this.patients.next(illness.department(), this.today);
		LocalDate applied = outcome.isGoingOn() ? this.today.minusDays(outcome.daysAgo(number)) : anyDayInThePast();
		Instant appliedAt = at(applied, 8 * 60 + this.random.nextInt(9 * 60));
		LocalDate appointment = applied.plusDays((outcome == Outcome.APPLIED) ? 3 : 1 + this.random.nextInt(3));
		Instant appointmentAt = at(appointment, 9 * 60);
		List<PlannedReferral.HisEvent> events = events(outcome.way(number), appointmentAt);
		return new PlannedReferral(number, source, target, type, outcome, patient, doctor(source, number), illness,
				appliedAt, appointmentAt, events, (outcome == Outcome.RETURNED) ? returnedAt(events) : null);
	}

	private StaffMember doctor(PlannedOrganization source, int number) {
		return (source.tier() == Tier.COUNTY) ? this.staff.member(source, StaffType.DOCTOR, number % 20)
				: this.staff.referrer(source);
	}

	private LocalDate anyDayInThePast() {
		LocalDate first = firstDay(this.today);
		int days = Math.toIntExact(this.today.minusDays(DAYS_UNTIL_OVER).toEpochDay() - first.toEpochDay());
		return first.plusDays(this.random.nextInt(days));
	}

	private List<PlannedReferral.HisEvent> events(List<String> way, Instant appointmentAt) {
		List<PlannedReferral.HisEvent> events = new ArrayList<>();
		Instant time = appointmentAt;
		for (String type : way) {
			time = time.plus(untilNext(type));
			events.add(new PlannedReferral.HisEvent(type, time));
		}
		return events;
	}

	private Duration untilNext(String type) {
		return switch (type) {
			case "OUTPATIENT_VISITED" -> Duration.ofMinutes(this.random.nextInt(60));
			case "OUTPATIENT_COMPLETED" -> Duration.ofMinutes(90 + this.random.nextInt(60));
			case "ADMITTED" -> Duration.ofMinutes(60 + this.random.nextInt(180));
			case "ADMISSION_CANCELLED" -> Duration.ofHours(20);
			case "DISCHARGED" -> Duration.ofDays(4).plusHours(this.random.nextInt(5 * 24));
			default -> Duration.ofHours(5);
		};
	}

	private static @Nullable Instant returnedAt(List<PlannedReferral.HisEvent> events) {
		return events.getLast().occurredAt().plus(Duration.ofHours(20));
	}

	private static Instant at(LocalDate day, int minute) {
		return day.atStartOfDay(ZONE).plusMinutes(minute).toInstant();
	}

}

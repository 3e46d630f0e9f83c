package cn.yigongti.dev.county;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import cn.yigongti.dev.county.PlannedConsultation.Step;
import cn.yigongti.dev.county.PlannedOrganization.Tier;

/**
 * 500 consultations of the two centres, the People's Hospital and the TCM hospital, over
 * the last eight quarters, this one included, in all seven states. What is over lies
 * anywhere in that time; what is going on began within the last days.
 */
public final class ConsultationHistory {

	private static final Map<String, Integer> OUTCOMES = outcomes();

	private static final List<String> TYPES = List.of("IMAGING", "ECG", "IMAGING", "CLINICAL", "IMAGING", "ECG",
			"PATHOLOGY", "IMAGING", "ECG", "LABORATORY");

	private static final List<String> URGENCIES = List.of("ROUTINE", "ROUTINE", "URGENT", "ROUTINE", "EMERGENCY");

	/** By then the longest way is over. */
	private static final int DAYS_UNTIL_OVER = 12;

	private final PlannedConsortium consortium;

	private final Staff staff;

	private final LocalDate today;

	private final Random random = new Random(500);

	private final Patients patients;

	private ConsultationHistory(PlannedConsortium consortium, Staff staff, LocalDate today) {
		this.consortium = consortium;
		this.staff = staff;
		this.today = today;
		this.patients = new Patients(consortium.countyCode(), this.random);
	}

	private static Map<String, Integer> outcomes() {
		Map<String, Integer> outcomes = new LinkedHashMap<>();
		outcomes.put("REPORTED", 400);
		outcomes.put("DECLINED", 20);
		outcomes.put("CANCELLED", 25);
		outcomes.put("SUBMITTED", 15);
		outcomes.put("ACCEPTED", 18);
		outcomes.put("SCHEDULED", 12);
		outcomes.put("SENT_BACK", 10);
		return outcomes;
	}

	public static List<PlannedConsultation> plan(PlannedConsortium consortium, Staff staff, Instant now) {
		return new ConsultationHistory(consortium, staff, LocalDate.ofInstant(now, ReferralHistory.ZONE))
			.consultations();
	}

	/** Three of five go to the People's Hospital. */
	static PlannedOrganization center(PlannedConsortium consortium, int number) {
		return (number % 5 < 3) ? consortium.lead() : consortium.hospital("A210");
	}

	/** Who reports at a centre: the first four doctors. */
	public static List<StaffMember> reporters(PlannedOrganization center, Staff staff) {
		return List.of(0, 1, 2, 3).stream().map((n) -> staff.member(center, StaffType.DOCTOR, n)).toList();
	}

	private List<PlannedConsultation> consultations() {
		List<String> outcomes = new ArrayList<>();
		OUTCOMES.forEach((outcome, count) -> outcomes.addAll(Collections.nCopies(count, outcome)));
		Collections.shuffle(outcomes, this.random);
		List<PlannedConsultation> consultations = new ArrayList<>();
		for (int i = 0; i < outcomes.size(); i++) {
			consultations.add(consultation(i + 1, outcomes.get(i)));
		}
		return consultations;
	}

	private PlannedConsultation consultation(int number, String outcome) {
		PlannedOrganization center = center(this.consortium, number);
		PlannedOrganization applicant = applicant(number, center);
		Illness illness = Illness.FREQUENT.get(this.random.nextInt(Illness.FREQUENT.size()));
		String type = outcome.equals("SCHEDULED") ? "CLINICAL" : typeOf(number, outcome);
		String urgency = URGENCIES.get(this.random.nextInt(URGENCIES.size()));
		Instant submitted = submittedAt(number, outcome);
		StaffMember doctor = (applicant.tier() == Tier.COUNTY)
				? this.staff.member(applicant, StaffType.DOCTOR, number % 20) : this.staff.referrer(applicant);
		StaffMember reporter = reporters(center, this.staff).get(number % 4);
		return new PlannedConsultation(number, applicant, center, type, urgency, outcome,
				this.patients.next(illness.department(), this.today), doctor, reporter, illness, submitted,
				steps(number, outcome, type, urgency, submitted));
	}

	/**
	 * One that is only taken on and not clinical would wait for nothing but its report.
	 */
	private static String typeOf(int number, String outcome) {
		String type = TYPES.get(number % TYPES.size());
		return (outcome.equals("ACCEPTED") && number % 2 == 0) ? "CLINICAL" : type;
	}

	private PlannedOrganization applicant(int number, PlannedOrganization center) {
		if (number % 11 == 0) {
			return center.equals(this.consortium.lead()) ? this.consortium.hospital("G100") : this.consortium.lead();
		}
		List<PlannedOrganization> choice = this.consortium.ofTier((number % 3 == 0) ? Tier.VILLAGE : Tier.TOWNSHIP);
		return choice.get(number * 7 % choice.size());
	}

	private Instant submittedAt(int number, String outcome) {
		LocalDate day = switch (outcome) {
			case "SUBMITTED", "ACCEPTED", "SENT_BACK", "SCHEDULED" -> this.today.minusDays(1 + number % 3);
			default -> anyDayInThePast();
		};
		return day.atStartOfDay(ReferralHistory.ZONE).plusMinutes(8 * 60 + this.random.nextInt(9 * 60)).toInstant();
	}

	private LocalDate anyDayInThePast() {
		LocalDate first = ReferralHistory.firstDay(this.today);
		int days = Math.toIntExact(this.today.minusDays(DAYS_UNTIL_OVER).toEpochDay() - first.toEpochDay());
		return first.plusDays(this.random.nextInt(days));
	}

	private List<Step> steps(int number, String outcome, String type, String urgency, Instant submitted) {
		List<Step> steps = new ArrayList<>();
		Instant soon = submitted.plus(Duration.ofMinutes(3 + this.random.nextInt(12)));
		switch (outcome) {
			case "DECLINED" -> steps.add(new Step("decline", soon));
			case "CANCELLED" -> steps.add(new Step("cancellation", soon));
			case "SENT_BACK" -> steps.add(new Step("send-back", soon));
			case "ACCEPTED" -> steps.add(new Step("acceptance", soon));
			case "SCHEDULED" -> {
				steps.add(new Step("acceptance", soon));
				steps.add(new Step("schedule", soon.plusSeconds(600)));
			}
			case "REPORTED" -> report(number, type, urgency, soon, steps);
			default -> {
			}
		}
		return steps;
	}

	private void report(int number, String type, String urgency, Instant soon, List<Step> steps) {
		Instant time = soon;
		if (number % 9 == 0) {
			steps.add(new Step("send-back", time));
			time = time.plus(Duration.ofMinutes(20 + this.random.nextInt(90)));
			steps.add(new Step("resubmission", time));
			time = time.plus(Duration.ofMinutes(5));
		}
		steps.add(new Step("acceptance", time));
		if (type.equals("CLINICAL")) {
			time = time.plus(Duration.ofMinutes(30));
			steps.add(new Step("schedule", time));
		}
		time = time.plus(minutesToReport(type, urgency));
		steps.add(new Step("report", time));
		if (number % 33 == 0) {
			steps.add(new Step("report", time.plus(Duration.ofHours(20))));
		}
	}

	/** Most are in time, some are late. */
	private Duration minutesToReport(String type, String urgency) {
		int usual = switch (type) {
			case "ECG" -> 12;
			case "IMAGING", "LABORATORY" -> urgency.equals("ROUTINE") ? 240 : 25;
			case "PATHOLOGY" -> 3 * 24 * 60;
			default -> 20 * 60;
		};
		return Duration.ofMinutes(usual / 3 + this.random.nextInt(usual));
	}

}

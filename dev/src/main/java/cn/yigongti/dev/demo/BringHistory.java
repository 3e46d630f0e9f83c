package cn.yigongti.dev.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import cn.yigongti.dev.county.Illness;
import cn.yigongti.dev.county.Outcome;
import cn.yigongti.dev.county.Patient;
import cn.yigongti.dev.county.PlannedReferral;
import cn.yigongti.dev.county.ReferralType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Brings the referrals of the past along, some at a time: applications first, then all
 * that the hospitals reported of them, then the returns. Those that will expire go first,
 * so that the platform's clock gets to them meanwhile.
 */
final class BringHistory {

	private static final int AT_A_TIME = 30;

	private final ApiClient importer;

	private final Journal journal;

	private final Staffing staffing;

	BringHistory(ApiClient importer, Journal journal, Staffing staffing) {
		this.importer = importer;
		this.journal = journal;
		this.staffing = staffing;
	}

	void bring(List<PlannedReferral> history, Consumer<Integer> done) throws Exception {
		List<PlannedReferral> inOrder = history.stream()
			.sorted(Comparator.comparing((PlannedReferral one) -> one.outcome() != Outcome.EXPIRED))
			.toList();
		// Nobody looks users up while several threads apply.
		this.staffing.userId(inOrder.getFirst().doctor().loginName());
		for (int from = 0; from < inOrder.size(); from += AT_A_TIME) {
			List<PlannedReferral> some = inOrder.subList(from, Math.min(from + AT_A_TIME, inOrder.size()));
			this.journal.once("history/" + from, () -> {
				Parallel.forEach(some, this::apply);
				Map<String, String> statuses = report(some);
				Parallel.forEach(some, (planned) -> giveBack(planned, statuses));
				return String.valueOf(some.size());
			});
			done.accept(from + some.size());
		}
	}

	private void apply(PlannedReferral planned) throws Exception {
		this.journal.once(item(planned), () -> {
			Patient patient = planned.patient();
			Illness illness = planned.illness();
			NewReferral body = new NewReferral(organizationId(planned.source().key()),
					organizationId(planned.target().key()), planned.type(),
					new NewPatient(patient.name(), patient.idNumber(), patient.male() ? "1" : "2", patient.birthDate(),
							patient.phone()),
					illness.department().label(), this.staffing.userId(planned.doctor().loginName()),
					planned.emergency() ? "急诊处置" : "进一步检查和治疗", illness.text() + "，本机构条件有限", diagnosis(illness),
					planned.appointmentAt(), planned.emergency(), planned.appliedAt());
			JsonNode referral = this.importer.create("/api/v1/referrals", "demo:" + item(planned), body);
			return referral.path("id").asString() + " " + referral.path("referralNumber").asString();
		});
	}

	/** Answers with the status of each referral, by its number. */
	private Map<String, String> report(List<PlannedReferral> some) throws Exception {
		Map<String, String> statuses = new HashMap<>();
		List<Event> events = new ArrayList<>();
		some.forEach((planned) -> planned.events()
			.forEach((event) -> events.add(Event.of(planned, event, referralNumber(planned)))));
		if (!events.isEmpty()) {
			JsonNode answers = this.importer.post("/api/v1/referral-events", Map.of("items", events)).path("items");
			for (JsonNode answer : answers) {
				statuses.put(answer.path("referralNumber").asString(), status(answer));
			}
		}
		return statuses;
	}

	/**
	 * Returns the patient, unless that was done before the load was broken off, or it was
	 * broken off so long ago that the platform's clock has ended the referral.
	 */
	private void giveBack(PlannedReferral planned, Map<String, String> statuses) throws Exception {
		Instant returnedAt = planned.returnedAt();
		boolean over = List.of("RETURNED", "EXPIRED").contains(statuses.getOrDefault(referralNumber(planned), ""));
		if (returnedAt != null && !over) {
			this.importer.post("/api/v1/referrals/" + id(planned) + "/return",
					new ReturnNote(planned.illness().text() + "，病情稳定", "按时服药，两周后复查", returnedAt));
		}
	}

	/**
	 * The clock may have been faster than a load that was broken off; everything else
	 * must be accepted.
	 */
	private static String status(JsonNode answer) {
		if (answer.path("status").asInt() < 400) {
			return answer.path("referralStatus").asString();
		}
		String current = answer.path("problem").path("currentStatus").asString("");
		if (!current.equals(Outcome.EXPIRED.name())) {
			throw new LoadFailed("An event of the history was refused: " + answer);
		}
		return current;
	}

	private String id(PlannedReferral planned) {
		return this.journal.get(item(planned)).split(" ", 2)[0];
	}

	private String referralNumber(PlannedReferral planned) {
		return this.journal.get(item(planned)).split(" ", 2)[1];
	}

	private String organizationId(String key) {
		return this.journal.get("organization/" + key);
	}

	private static String item(PlannedReferral planned) {
		return "referral/" + planned.number();
	}

	private static Diagnosis diagnosis(Illness illness) {
		return new Diagnosis(illness.code(), illness.text());
	}

	private record NewReferral(String sourceId, String targetId, ReferralType type, NewPatient patient,
			String department, String doctorId, String advice, String reason, Diagnosis diagnosis,
			Instant appointmentAt, boolean emergency, Instant appliedAt) {
	}

	private record NewPatient(String name, String idNumber, String gender, LocalDate birthDate, String phone) {
	}

	private record Diagnosis(String code, String text) {
	}

	private record ReturnNote(String summary, String plan, Instant returnedAt) {
	}

	/** An event with what goes with its type. */
	private record Event(String referralNumber, String source, String eventId, String type, Instant occurredAt,
			@Nullable String outpatientNumber, @Nullable Diagnosis diagnosis, @Nullable String department,
			@Nullable String inpatientNumber) {

		static Event of(PlannedReferral planned, PlannedReferral.HisEvent event, String referralNumber) {
			int number = planned.number();
			boolean outpatient = event.type().startsWith("OUTPATIENT");
			boolean admission = event.type().equals("ADMITTED");
			return new Event(referralNumber, "HIS-" + planned.target().institutionCode(), number + "-" + event.type(),
					event.type(), event.occurredAt(), outpatient ? "MZ%08d".formatted(number) : null,
					event.type().equals("OUTPATIENT_COMPLETED") ? BringHistory.diagnosis(planned.illness()) : null,
					admission ? planned.illness().department().label() : null,
					admission ? "ZY%08d".formatted(number) : null);
		}

	}

}

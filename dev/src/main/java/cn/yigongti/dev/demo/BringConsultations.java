package cn.yigongti.dev.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import cn.yigongti.dev.county.Illness;
import cn.yigongti.dev.county.Patient;
import cn.yigongti.dev.county.PlannedConsultation;
import cn.yigongti.dev.county.PlannedConsultation.Step;
import tools.jackson.databind.JsonNode;

/**
 * Brings the consultations of the past along, some at a time, each with all its steps.
 */
final class BringConsultations {

	private static final int AT_A_TIME = 50;

	private static final String CONSULTATIONS = "/api/v1/consultations";

	private final ApiClient importer;

	private final Journal journal;

	private final Staffing staffing;

	BringConsultations(ApiClient importer, Journal journal, Staffing staffing) {
		this.importer = importer;
		this.journal = journal;
		this.staffing = staffing;
	}

	void bring(List<PlannedConsultation> history, Consumer<Integer> done) throws Exception {
		// Nobody looks users up while several threads apply.
		this.staffing.userId(history.getFirst().doctor().loginName());
		for (int from = 0; from < history.size(); from += AT_A_TIME) {
			List<PlannedConsultation> some = history.subList(from, Math.min(from + AT_A_TIME, history.size()));
			this.journal.once("consultations/" + from, () -> {
				Parallel.forEach(some, this::bring);
				return String.valueOf(some.size());
			});
			done.accept(from + some.size());
		}
	}

	private void bring(PlannedConsultation planned) throws Exception {
		String item = "consultation/" + planned.number();
		String id = this.journal.once(item,
				() -> this.importer.create(CONSULTATIONS, "demo:" + item, application(planned)).path("id").asString());
		for (int i = 0; i < planned.steps().size(); i++) {
			Step step = planned.steps().get(i);
			boolean again = i > 0 && planned.steps().get(i - 1).name().equals(step.name());
			String done = item + "/" + i;
			this.journal.once(done, () -> {
				this.importer.create(CONSULTATIONS + "/" + id + "/" + step.name(), "demo:" + done,
						body(planned, step, id, again));
				return step.name();
			});
		}
	}

	private NewConsultation application(PlannedConsultation planned) throws Exception {
		Patient patient = planned.patient();
		Illness illness = planned.illness();
		return new NewConsultation(this.journal.get("organization/" + planned.applicant().key()),
				SetUpCenters.center(this.journal, planned.center()), planned.type(), planned.urgency(),
				new NewPatient(patient.name(), patient.idNumber(), patient.male() ? "1" : "2", patient.birthDate(),
						patient.phone()),
				"请协助诊断" + illness.text(), illness.text() + "，本机构诊断条件有限", new Diagnosis(illness.code(), illness.text()),
				illness.department().label(), this.staffing.userId(planned.doctor().loginName()),
				planned.submittedAt());
	}

	private Map<String, Object> body(PlannedConsultation planned, Step step, String id, boolean again)
			throws Exception {
		Map<String, Object> body = new HashMap<>();
		body.put(step.name().equals("report") ? "signedAt" : "occurredAt", step.occurredAt());
		switch (step.name()) {
			case "decline" -> body.put("reason", "不属于本中心会诊范围");
			case "cancellation" -> body.put("reason", "患者已转院");
			case "send-back" -> body.put("questions", List.of("请补充既往史和用药情况"));
			case "resubmission" -> body.put("answers", answers(id));
			case "schedule" -> body.put("scheduledAt", step.occurredAt().plus(Duration.ofHours(4)));
			case "report" -> report(planned, again, body);
			default -> {
			}
		}
		return body;
	}

	private List<Map<String, Object>> answers(String id) throws Exception {
		JsonNode question = this.importer.get(CONSULTATIONS + "/" + id + "/conversation").path("items").get(0);
		return List.of(Map.of("questionId", question.path("id").asString(), "text", "既往体健，无特殊用药"));
	}

	private void report(PlannedConsultation planned, boolean again, Map<String, Object> body) throws Exception {
		body.put("findings", "所见符合" + planned.illness().text() + "表现");
		body.put("opinion", planned.illness().text() + (again ? "，补充：建议复查" : ""));
		body.put("advice", "对症治疗，两周后复查");
		body.put("criticalValue", planned.number() % 25 == 0);
		body.put("doctorId", this.staffing.userId(planned.reporter().loginName()));
		if (again) {
			body.put("amendmentReason", "补充诊断意见");
		}
	}

	private record NewConsultation(String applicantId, String centerId, String type, String urgency, NewPatient patient,
			String purpose, String clinicalSummary, Diagnosis diagnosis, String department, String applicantDoctorId,
			Instant submittedAt) {
	}

	private record NewPatient(String name, String idNumber, String gender, LocalDate birthDate, String phone) {
	}

	private record Diagnosis(String code, String text) {
	}

}

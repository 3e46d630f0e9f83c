package cn.yigongti.referral.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import cn.yigongti.platform.problem.FieldProblem;
import cn.yigongti.platform.problem.InvalidInput;
import cn.yigongti.platform.resident.ResidentId;
import cn.yigongti.referral.patient.Patient;

/**
 * What must hold of a patient: a valid resident id, with which birth date and gender
 * agree if they are given.
 */
final class PatientRules {

	private static final String ID_NUMBER = "/patient/idNumber";

	private static final Set<String> STATED_GENDERS = Set.of("1", "2");

	private PatientRules() {
	}

	static Patient check(Draft.GivenPatient given, LocalDate today) {
		ResidentId id = residentId(given.idNumber(), today);
		List<FieldProblem> problems = new ArrayList<>();
		if (given.birthDate() != null && !given.birthDate().equals(id.birthDate())) {
			problems.add(new FieldProblem("/patient/birthDate", "disagrees-with-id-number"));
		}
		String gender = (given.gender() != null) ? given.gender() : id.gender();
		if (STATED_GENDERS.contains(gender) && !gender.equals(id.gender())) {
			problems.add(new FieldProblem("/patient/gender", "disagrees-with-id-number"));
		}
		if (!problems.isEmpty()) {
			throw new InvalidInput(problems);
		}
		return new Patient(given.name().strip(), id.number(), gender, id.birthDate(), given.phone());
	}

	private static ResidentId residentId(String text, LocalDate today) {
		try {
			return ResidentId.parse(text, today);
		}
		catch (ResidentId.Malformed ex) {
			throw new InvalidInput(List.of(switch (ex.flaw()) {
				case LENGTH -> new FieldProblem(ID_NUMBER, "resident-id", ex.first());
				case CHARACTER -> new FieldProblem(ID_NUMBER, "malformed", ex.first(), ex.found());
				case BIRTH_DATE -> new FieldProblem(ID_NUMBER, "birth-date", ex.first(), ex.last(), ex.found());
				case CHECK_DIGIT -> new FieldProblem(ID_NUMBER, "check-digit", ex.first(), ex.found());
			}));
		}
	}

}

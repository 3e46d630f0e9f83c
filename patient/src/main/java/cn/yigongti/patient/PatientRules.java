package cn.yigongti.patient;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import cn.yigongti.platform.problem.FieldProblem;
import cn.yigongti.platform.problem.InvalidInput;
import cn.yigongti.platform.resident.GivenResidentId;
import cn.yigongti.platform.resident.ResidentId;

/**
 * What must hold of a patient: a valid resident id, with which birth date and gender
 * agree if they are given.
 */
public final class PatientRules {

	private static final Set<String> STATED_GENDERS = Set.of("1", "2");

	private PatientRules() {
	}

	/**
	 * The patient, with what the id number tells filled in.
	 * @throws InvalidInput with pointers below {@code /patient}
	 */
	public static Patient check(GivenPatient given, LocalDate today) {
		ResidentId id = GivenResidentId.parse(given.idNumber(), today, "/patient/idNumber");
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

}

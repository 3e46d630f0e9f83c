package cn.yigongti.dev.county;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/**
 * Makes up residents: children for the paediatricians, women for the obstetricians, and
 * no two with the same id number.
 */
final class Patients {

	private final String countyCode;

	private final Random random;

	private final Set<String> idNumbers = new HashSet<>();

	Patients(String countyCode, Random random) {
		this.countyCode = countyCode;
		this.random = random;
	}

	Patient next(Department department, LocalDate today) {
		boolean male = department != Department.OBSTETRICS && this.random.nextBoolean();
		LocalDate birthDate = today.minusDays(switch (department) {
			case PAEDIATRICS -> days(1, 13);
			case OBSTETRICS -> days(21, 39);
			default -> days(25, 88);
		});
		int n = 0;
		String idNumber = ResidentId.of(this.countyCode, birthDate, male, n);
		while (!this.idNumbers.add(idNumber)) {
			idNumber = ResidentId.of(this.countyCode, birthDate, male, ++n);
		}
		return new Patient(MadeUpPeople.name(this.random, male).characters(), idNumber, male, birthDate,
				"139%08d".formatted(this.idNumbers.size()));
	}

	private int days(int fromAge, int toAge) {
		return this.random.nextInt(fromAge * 365, toAge * 365);
	}

}

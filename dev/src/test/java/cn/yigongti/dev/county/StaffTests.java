package cn.yigongti.dev.county;

import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StaffTests {

	private final DemoCounty county = DemoCounty.plan();

	private final Staff staff = Staff.of(this.county);

	@Test
	void isFifteenHundredPeople() {
		assertThat(this.staff.members()).hasSize(1500);
		assertThat(this.staff.members()).extracting(StaffMember::userId).doesNotHaveDuplicates();
		assertThat(this.staff.members()).extracting(StaffMember::loginName).doesNotHaveDuplicates();
	}

	@Test
	void isTheSameEachTime() {
		assertThat(Staff.of(DemoCounty.plan()).members()).isEqualTo(this.staff.members());
	}

	@Test
	void leavesNoOrganizationWithoutPeople() {
		assertThat(this.staff.members().stream().map(StaffMember::institutionCode).collect(Collectors.toSet()))
			.containsExactlyInAnyOrderElementsOf(
					this.county.organizations().map(PlannedOrganization::institutionCode).toList());
	}

	@Test
	void hasSomebodyOfEachType() {
		assertThat(this.staff.members()).extracting(StaffMember::type).contains(StaffType.values());
	}

	@Test
	void hasSomebodyToReferPatientsEverywhere() {
		assertThat(this.county.organizations())
			.allSatisfy((organization) -> assertThat(this.staff.referrer(organization).type()).isIn(StaffType.DOCTOR,
					StaffType.VILLAGE_DOCTOR));
	}

	@Test
	void givesLoginNamesOfLatinLettersAndANumber() {
		assertThat(this.staff.members()).allSatisfy((one) -> assertThat(one.loginName()).matches("[a-z]+\\d{4}"));
	}

}

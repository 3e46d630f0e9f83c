package cn.yigongti.dev.demo;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import cn.yigongti.dev.county.DemoCounty;
import cn.yigongti.dev.county.PlannedOrganization;
import cn.yigongti.dev.county.PlannedOrganization.Tier;
import cn.yigongti.dev.county.ReferralHistory;
import cn.yigongti.dev.county.Staff;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CastTests {

	private final DemoCounty county = DemoCounty.plan();

	private final Staff staff = Staff.of(this.county);

	private final Cast cast = new Cast(this.county, this.staff);

	@Test
	void hasNineDifferentPeopleWhoWorkWhereTheyAct() {
		assertThat(this.cast.people()).extracting(Cast.Person::name)
			.containsExactly("platformAdmin", "consortiumAdmin", "regulator", "townshipDoctor", "villageDoctor",
					"countyDoctor", "tcmDoctor", "otherConsortiumAdmin", "noRole");
		assertThat(this.cast.people()).extracting((person) -> person.member().userId()).doesNotHaveDuplicates();
		assertThat(this.cast.people()).allSatisfy(
				(person) -> assertThat(person.member().organizationKey()).isEqualTo(person.organization().key()));
	}

	@Test
	void givesNothingToTheOneWithoutARole() {
		assertThat(this.cast.people()).filteredOn((person) -> person.grant() == null)
			.extracting(Cast.Person::name)
			.containsExactly("noRole");
	}

	@Test
	void takesVillagesBelowItsTwoTownships() {
		assertThat(this.cast.township(1)).isNotEqualTo(this.cast.township(2));
		assertThat(this.cast.village(1).parentKey()).isEqualTo(this.cast.township(1).key());
		assertThat(this.cast.village(2).parentKey()).isEqualTo(this.cast.township(2).key());
		assertThat(this.cast.village(1).tier()).isEqualTo(Tier.VILLAGE);
	}

	@Test
	void takesTheOtherHospitalFromTheNeighbour() {
		assertThat(this.cast.otherHospital().regionCode()).isEqualTo("500238");
		assertThat(this.county.main().members()).doesNotContain(this.cast.otherHospital());
	}

	@Test
	void letsEachOfItsOrganizationsHaveAHistory() {
		Set<PlannedOrganization> referring = ReferralHistory
			.plan(this.county.main(), this.staff, Instant.parse("2026-11-22T08:00:00Z"))
			.stream()
			.map((referral) -> referral.source())
			.collect(Collectors.toSet());
		assertThat(referring).containsAll(List.of(this.cast.peoplesHospital(), this.cast.tcmHospital(),
				this.cast.township(1), this.cast.township(2), this.cast.village(1), this.cast.village(2)));
	}

}

package cn.yigongti.dev.county;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import cn.yigongti.dev.county.PlannedOrganization.Tier;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DemoCountyTests {

	private final DemoCounty county = DemoCounty.plan();

	@Test
	void hasThreeHospitalsTwentyFiveCentresAndTwoHundredAndFourClinics() {
		assertThat(sizes(this.county.main()))
			.containsExactlyInAnyOrderEntriesOf(Map.of(Tier.COUNTY, 3L, Tier.TOWNSHIP, 25L, Tier.VILLAGE, 204L));
		assertThat(this.county.main().members()).hasSize(232);
	}

	@Test
	void hasANeighbourOfAHospitalTwoCentresAndFourClinics() {
		assertThat(sizes(this.county.other()))
			.containsExactlyInAnyOrderEntriesOf(Map.of(Tier.COUNTY, 1L, Tier.TOWNSHIP, 2L, Tier.VILLAGE, 4L));
	}

	@Test
	void isNamedAfterItsRealDivisions() {
		assertThat(this.county.main().members()).extracting(PlannedOrganization::name)
			.contains("城口县人民医院", "城口县中医院", "城口县妇幼保健院", "城口县葛城街道社区卫生服务中心", "城口县巴山镇中心卫生院", "城口县龙田乡卫生院", "葛城街道土城社区卫生服务站",
					"葛城街道棉沙村卫生室")
			.doesNotHaveDuplicates();
	}

	@Test
	void hangsEachClinicBelowTheCentreOfItsTownship() {
		assertThat(this.county.organizations().filter((one) -> one.tier() == Tier.VILLAGE)).allSatisfy((clinic) -> {
			PlannedOrganization centre = this.county.organization(String.valueOf(clinic.parentKey()));
			assertThat(centre.tier()).isEqualTo(Tier.TOWNSHIP);
			assertThat(clinic.regionCode()).startsWith(centre.regionCode());
		});
	}

	@Test
	void registersParentsBeforeTheirClinics() {
		HashSet<String> seen = new HashSet<>();
		assertThat(this.county.organizations()).allSatisfy((one) -> {
			assertThat(one.parentKey()).satisfiesAnyOf((key) -> assertThat(key).isNull(),
					(key) -> assertThat(seen).contains(String.valueOf(key)));
			seen.add(one.key());
		});
	}

	@Test
	void givesNoCodeTwice() {
		List<PlannedOrganization> all = this.county.organizations().toList();
		assertThat(all).extracting(PlannedOrganization::institutionCode).doesNotHaveDuplicates();
		assertThat(all).extracting(PlannedOrganization::creditCode)
			.filteredOn((code) -> code != null)
			.hasSize(28 + 3)
			.doesNotHaveDuplicates();
	}

	private static Map<Tier, Long> sizes(PlannedConsortium consortium) {
		return consortium.members()
			.stream()
			.map(PlannedOrganization::tier)
			.collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
	}

}

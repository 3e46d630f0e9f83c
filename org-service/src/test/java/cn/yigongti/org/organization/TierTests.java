package cn.yigongti.org.organization;

import cn.yigongti.org.code.OrganizationType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class TierTests {

	@ParameterizedTest
	@CsvSource({ "A100, COUNTY", "A210, COUNTY", "G100, COUNTY", "B100, TOWNSHIP", "C210, TOWNSHIP", "C220, TOWNSHIP",
			"B200, VILLAGE", "D600, VILLAGE", "D211,", "E100,", "J100," })
	void isTheUsualOneOfTheType(String type, @Nullable Tier tier) {
		assertThat(Tier.usualFor(new OrganizationType(type)).orElse(null)).isEqualTo(tier);
	}

	@ParameterizedTest
	@CsvSource({ "VILLAGE, TOWNSHIP", "TOWNSHIP, COUNTY", "COUNTY, CITY", "CITY," })
	void hasItsParentOneTierUp(Tier tier, @Nullable Tier parent) {
		assertThat(tier.ofParent()).isEqualTo(parent);
	}

}

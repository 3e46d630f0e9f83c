package cn.yigongti.dev.county;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OrganizationCodeTests {

	@Test
	void agreesWithAPublishedCreditCode() {
		assertThat(OrganizationCode.credit("500229", 101)).isEqualTo("125002290000010111");
	}

	@Test
	void agreesWithAnotherPublishedCreditCode() {
		assertThat(OrganizationCode.credit("500235", 202)).isEqualTo("125002350000020222");
	}

	@Test
	void buildsTheInstitutionCodeFromBodyCountyEconomyTypeAndPurpose() {
		assertThat(OrganizationCode.institution("500229", 101, "A100")).isEqualTo("00000101150022911A1001").hasSize(22);
	}

	@Test
	void writesTheCheckCharacterTenAsX() {
		// 8 · 5 + 2 · 4 = 48, and 48 mod 11 = 4; the first serial whose sum leaves 1 is
		// 6: 2 · 6 mod 11.
		assertThat(OrganizationCode.body(6)).isEqualTo("00000006X");
	}

}

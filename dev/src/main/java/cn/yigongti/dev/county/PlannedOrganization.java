package cn.yigongti.dev.county;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * An organization of the demo, as it will be registered.
 *
 * @param key names it within the demo: the division's code, for a hospital the county's
 * code and the type
 * @param parentKey the township's centre, for a village clinic
 * @param creditCode absent for a village clinic
 */
public record PlannedOrganization(String key, String name, String shortName, String type, Tier tier,
		@Nullable String creditCode, String institutionCode, String regionCode, @Nullable String parentKey,
		String address, String phone, @Nullable Integer beds, LocalDate openedOn) {

	public enum Tier {

		COUNTY, TOWNSHIP, VILLAGE

	}

	boolean isHospital() {
		return this.tier == Tier.COUNTY;
	}

	boolean isVillageClinic() {
		return this.type.equals("D600");
	}

}

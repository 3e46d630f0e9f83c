package cn.yigongti.dev.county;

import java.time.LocalDate;
import java.util.List;

import cn.yigongti.dev.county.PlannedOrganization.Tier;

/**
 * A consortium of the demo. Parents stand before their clinics.
 */
public record PlannedConsortium(String name, String countyCode, LocalDate establishedOn,
		List<PlannedOrganization> members) {

	/**
	 * The People's Hospital.
	 */
	public PlannedOrganization lead() {
		return this.members.getFirst();
	}

	public PlannedOrganization hospital(String type) {
		return this.members.stream()
			.filter((one) -> one.isHospital() && one.type().equals(type))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("No hospital " + type));
	}

	public List<PlannedOrganization> ofTier(Tier tier) {
		return this.members.stream().filter((one) -> one.tier() == tier).toList();
	}

	/**
	 * A village clinic (not a community station) below the centre.
	 */
	public PlannedOrganization villageClinicBelow(PlannedOrganization centre) {
		return this.members.stream()
			.filter((one) -> one.isVillageClinic() && centre.key().equals(one.parentKey()))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("No village clinic below " + centre.name()));
	}

}

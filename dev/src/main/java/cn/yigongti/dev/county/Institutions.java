package cn.yigongti.dev.county;

import java.time.LocalDate;

import cn.yigongti.dev.county.PlannedOrganization.Tier;

/**
 * Founds the institutions of one county: name, type, codes and address come from the
 * division; the serial numbers go up.
 */
final class Institutions {

	private final Division county;

	private int serial;

	/**
	 * @param firstSerial above 0, and such that two counties don't overlap
	 */
	Institutions(Division county, int firstSerial) {
		this.county = county;
		this.serial = firstSerial;
	}

	PlannedOrganization hospital(String suffix, String type, int beds, int openedIn) {
		int number = this.serial++;
		String name = this.county.name() + suffix;
		return new PlannedOrganization(this.county.code() + "-" + type, name, suffix, type, Tier.COUNTY,
				OrganizationCode.credit(this.county.code(), number),
				OrganizationCode.institution(this.county.code(), number, type), this.county.code(), null,
				this.county.name() + "演示路" + number + "号", phone(number), beds, LocalDate.of(openedIn, 7, 1));
	}

	/**
	 * Community health centre for a street (街道), central health centre for a town (镇),
	 * health centre for a rural township (乡).
	 */
	PlannedOrganization centre(Division township) {
		int number = this.serial++;
		String type = switch (township.name().charAt(township.name().length() - 1)) {
			case '道' -> "B100";
			case '镇' -> "C210";
			default -> "C220";
		};
		String suffix = switch (type) {
			case "B100" -> "社区卫生服务中心";
			case "C210" -> "中心卫生院";
			default -> "卫生院";
		};
		String name = township.name() + suffix;
		return new PlannedOrganization(township.code(), this.county.name() + name, name, type, Tier.TOWNSHIP,
				OrganizationCode.credit(this.county.code(), number),
				OrganizationCode.institution(this.county.code(), number, type), township.code(), null,
				this.county.name() + township.name() + "演示街1号", phone(number), 20 + number % 4 * 10,
				LocalDate.of(1990 + number % 20, 1, 1));
	}

	/**
	 * Community station for a residents' committee (居民委员会), village clinic for a
	 * villagers' committee (村民委员会).
	 */
	PlannedOrganization clinic(Division village, PlannedOrganization centre, Division township) {
		int number = this.serial++;
		boolean community = village.name().endsWith("居民委员会");
		String type = community ? "B200" : "D600";
		String place = village.name().replaceFirst("(居民|村民)委员会$", "");
		String shortName = place + (community ? "卫生服务站" : "卫生室");
		return new PlannedOrganization(village.code(), township.name() + shortName, shortName, type, Tier.VILLAGE, null,
				OrganizationCode.institution(this.county.code(), number, type), village.code(), centre.key(),
				this.county.name() + township.name() + place, phone(number), null,
				LocalDate.of(2005 + number % 12, 1, 1));
	}

	private String phone(int number) {
		return "023-5900%04d".formatted(number);
	}

}

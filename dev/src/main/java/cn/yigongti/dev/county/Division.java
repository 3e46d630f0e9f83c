package cn.yigongti.dev.county;

/**
 * An administrative division: 6 digits for a county, 9 for a township, 12 for a village.
 */
public record Division(String code, String name) {

	boolean isWithin(Division other) {
		return this.code.startsWith(other.code) && this.code.length() > other.code.length();
	}

	boolean isTownship() {
		return this.code.length() == 9;
	}

	boolean isVillage() {
		return this.code.length() == 12;
	}

}

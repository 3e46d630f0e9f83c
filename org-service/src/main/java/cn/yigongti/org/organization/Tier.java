package cn.yigongti.org.organization;

import java.util.Optional;

import cn.yigongti.org.code.DivisionLevel;
import cn.yigongti.org.code.OrganizationType;
import org.jspecify.annotations.Nullable;

/** Rank of an organization (机构级别), from the village up. */
public enum Tier {

	/** 村卫生室, and community stations. */
	VILLAGE,
	/** 乡镇卫生院, and community health centres. */
	TOWNSHIP,
	/** 县级医院. */
	COUNTY,
	/** A hospital above the county, which only receives referrals. */
	CITY;

	/**
	 * The tier an institution of this type is of when nobody says otherwise; unknown for
	 * clinics, stations and the like.
	 */
	public static Optional<Tier> usualFor(OrganizationType type) {
		return Optional.ofNullable(switch (type.kind()) {
			case 'A', 'G' -> COUNTY;
			case 'C' -> TOWNSHIP;
			default -> switch (type.value()) {
				case "B100" -> TOWNSHIP;
				case "B200", "D600" -> VILLAGE;
				default -> null;
			};
		});
	}

	/**
	 * The tier a parent must be of: the next one up. {@code null} when there is none
	 * above.
	 */
	public @Nullable Tier ofParent() {
		return switch (this) {
			case VILLAGE -> TOWNSHIP;
			case TOWNSHIP -> COUNTY;
			case COUNTY -> CITY;
			case CITY -> null;
		};
	}

	/**
	 * A village clinic belongs to a township centre; higher tiers may stand for
	 * themselves.
	 */
	boolean needsParent() {
		return this == VILLAGE;
	}

	/**
	 * Down to where a child's division code must begin like that of its parent of this
	 * tier; {@code null} when a parent of this tier may have children anywhere.
	 */
	@Nullable DivisionLevel levelSharedWithChildren() {
		return switch (this) {
			case CITY, VILLAGE -> null;
			case COUNTY -> DivisionLevel.COUNTY;
			case TOWNSHIP -> DivisionLevel.TOWNSHIP;
		};
	}

}

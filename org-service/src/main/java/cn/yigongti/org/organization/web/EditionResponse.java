package cn.yigongti.org.organization.web;

import java.time.LocalDate;
import java.util.UUID;

import cn.yigongti.org.organization.Edition;
import cn.yigongti.org.organization.Standing;
import cn.yigongti.org.organization.Tier;
import org.jspecify.annotations.Nullable;

/**
 * What an organization is for some time.
 *
 * @param from the first day of it
 * @param until the first day of what comes after; absent while nothing does
 */
record EditionResponse(LocalDate from, @Nullable LocalDate until, String name, String shortName, String type, Tier tier,
		@Nullable String hospitalGrade, String regionCode, @Nullable UUID parentId) {

	static EditionResponse of(Edition edition) {
		Standing standing = edition.standing();
		return new EditionResponse(edition.span().from(), edition.span().until(), standing.name(), standing.shortName(),
				standing.type().value(), standing.tier(), standing.hospitalGrade(), standing.regionCode().value(),
				standing.parentId());
	}

}

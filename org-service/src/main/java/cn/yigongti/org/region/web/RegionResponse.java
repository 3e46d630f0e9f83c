package cn.yigongti.org.region.web;

import java.time.LocalDate;

import cn.yigongti.org.code.DivisionLevel;
import cn.yigongti.org.region.Region;
import org.jspecify.annotations.Nullable;

record RegionResponse(String code, String name, DivisionLevel level, @Nullable String parentCode,
		@Nullable LocalDate establishedOn, @Nullable LocalDate abolishedOn) {

	static RegionResponse of(Region region) {
		return new RegionResponse(region.code(), region.facts().name(), region.level(), region.parentCode(),
				region.facts().establishedOn(), region.facts().abolishedOn());
	}

}

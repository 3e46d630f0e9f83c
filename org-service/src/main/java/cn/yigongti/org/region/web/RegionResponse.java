package cn.yigongti.org.region.web;

import cn.yigongti.org.code.DivisionLevel;
import cn.yigongti.org.region.Region;
import org.jspecify.annotations.Nullable;

record RegionResponse(String code, String name, DivisionLevel level, @Nullable String parentCode) {

	static RegionResponse of(Region region) {
		return new RegionResponse(region.code(), region.name(), region.level(), region.parentCode());
	}

}

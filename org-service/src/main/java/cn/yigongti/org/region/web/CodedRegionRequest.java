package cn.yigongti.org.region.web;

import java.time.LocalDate;

import cn.yigongti.org.region.RegionItem;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One of many divisions; what is missing or wrong is told of it alone. */
record CodedRegionRequest(
		@Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "500229102") @Nullable String code,
		@Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 100) @Nullable String name,
		@Nullable LocalDate establishedOn, @Nullable LocalDate abolishedOn) {

	@SuppressWarnings("NullAway") // what is missing is found when it is validated
	RegionRequest request() {
		return new RegionRequest(this.name, this.establishedOn, this.abolishedOn);
	}

	RegionItem item(int index, String known) {
		return new RegionItem(index, known, request().facts());
	}

}

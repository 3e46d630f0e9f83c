package cn.yigongti.org.region.web;

import java.util.List;

import cn.yigongti.org.region.Outcome;
import cn.yigongti.platform.problem.FieldError;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One answer for each division, in the order in which they were sent. */
record BulkRegionsResponse(List<Item> items) {

	/**
	 * What became of it.
	 *
	 * @param errors why it was refused, with pointers into the item
	 */
	@Schema(name = "KeptRegion")
	record Item(int index, @Nullable String code, Outcome outcome,
			@JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldError> errors) {

	}

}

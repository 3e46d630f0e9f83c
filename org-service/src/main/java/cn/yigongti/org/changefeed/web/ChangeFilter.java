package cn.yigongti.org.changefeed.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the feed is asked for.
 *
 * @param after the {@code nextCursor} of the last answer
 */
record ChangeFilter(@Parameter(
		description = "nextCursor of the last answer; without it the feed begins with the whole register") @Nullable @Size(
				max = 500) String after,
		@Schema(defaultValue = "20") @Nullable @Range(min = 1, max = 200) Integer limit) {

	private static final int DEFAULT_LIMIT = 20;

	int effectiveLimit() {
		return (this.limit != null) ? this.limit : DEFAULT_LIMIT;
	}

}

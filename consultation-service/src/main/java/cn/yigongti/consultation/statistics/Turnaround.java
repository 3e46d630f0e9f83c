package cn.yigongti.consultation.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How long it took from submission to first report (报告时长), in minutes; all {@code null}
 * when nothing was reported.
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Turnaround(@Schema(
		description = "Of exact times, to two decimals; null when nothing was reported") @Nullable BigDecimal mean,
		@Schema(description = "Nearest rank of whole minutes, rounded down") @Nullable Integer p50,
		@Schema(description = "Nearest rank of whole minutes, rounded down") @Nullable Integer p90) {

	static final Turnaround NONE = new Turnaround(null, null, null);

	private static final BigDecimal SECONDS = BigDecimal.valueOf(60);

	static Turnaround of(BigDecimal seconds, long reported, Percentiles percentiles) {
		BigDecimal mean = seconds.divide(SECONDS.multiply(BigDecimal.valueOf(reported)), 2, RoundingMode.HALF_UP);
		return new Turnaround(mean, percentiles.p50(), percentiles.p90());
	}

	/** The minutes within which half and nine tenths of the reports came. */
	record Percentiles(int p50, int p90) {
	}

}

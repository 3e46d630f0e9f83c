package cn.yigongti.consultation.statistics.web;

import java.util.Locale;

import cn.yigongti.consultation.consultation.Rights;
import cn.yigongti.consultation.statistics.ConsultationCounts;
import cn.yigongti.consultation.statistics.CountConsultations;
import cn.yigongti.consultation.statistics.Grouping;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.caller.RequiresPermission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/consultations/statistics")
@Tag(name = "Consultations")
class ConsultationCountController {

	private final CountConsultations counts;

	ConsultationCountController(CountConsultations counts) {
		this.counts = counts;
	}

	@GetMapping
	@RequiresPermission(Rights.READ)
	@Operation(summary = "How many consultations there are (会诊统计)", description = """
			Of consultations with a side in the caller's scope, submitted in the period by China's calendar, or ever. \
			Cancelled and declined ones count by status alone. May be up to five seconds late.""")
	ConsultationCounts count(Caller caller,
			@RequestParam(required = false) @Parameter(
					description = "Of submission, in China's calendar") @Nullable Integer year,
			@RequestParam(required = false) @Parameter(
					description = "1 to 4, together with year") @Nullable Integer quarter,
			@RequestParam @Parameter(
					schema = @Schema(allowableValues = { "type", "status", "applicant", "center", "month" })) @Pattern(
							regexp = "type|status|applicant|center|month",
							message = "{field.group-by}") String groupBy) {
		return this.counts.of(caller, year, quarter, Grouping.valueOf(groupBy.toUpperCase(Locale.ROOT)));
	}

}

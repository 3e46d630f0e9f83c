package cn.yigongti.consultation.statistics.web;

import java.util.UUID;

import cn.yigongti.consultation.statistics.CenterStatistics;
import cn.yigongti.consultation.statistics.ReadCenterStatistics;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.caller.RequiresPermission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/consultation-centers/{id}/statistics")
@Tag(name = "Consultation centres")
class CenterStatisticsController {

	private final ReadCenterStatistics statistics;

	CenterStatisticsController(ReadCenterStatistics statistics) {
		this.statistics = statistics;
	}

	@GetMapping
	@RequiresPermission(ReadCenterStatistics.PERMISSION)
	@Operation(summary = "The centre page (会诊中心统计): a year or a quarter of a centre",
			description = """
					Of consultations submitted in the period, by China's calendar. applications are those that are neither \
					cancelled nor declined, reported those of them with a signed report, outstanding the difference. Only the \
					first report counts; amendments change nothing. Turnaround is the time from submission to first report: the \
					mean of exact times, and percentiles by nearest rank on whole minutes rounded down (p90 = 30: nine tenths \
					were reported in less than 31 minutes); null when nothing was reported. byType has the types with \
					applications. May be up to five seconds late. For whoever has the centre, or an organization that may apply \
					to it, in their scope.""")
	CenterStatistics show(Caller caller, @PathVariable UUID id,
			@RequestParam @Parameter(description = "Year of submission in China's calendar") int year,
			@RequestParam(required = false) @Parameter(
					description = "1 to 4; the whole year without") @Nullable Integer quarter) {
		return this.statistics.of(caller, id, year, quarter);
	}

}

package cn.yigongti.referral.openwork.web;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;

import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.caller.RequiresPermission;
import cn.yigongti.referral.openwork.OpenCounts;
import cn.yigongti.referral.referral.Rights;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Size;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/referrals")
@Tag(name = "Referrals")
class OpenCountController {

	private final OpenCounts counts;

	OpenCountController(OpenCounts counts) {
		this.counts = counts;
	}

	@GetMapping("/open-counts")
	@RequiresPermission(Rights.READ)
	@Operation(summary = "How many open referrals organizations have (未结转诊数)", description = """
			For each organization, once and in the order asked for, the referrals in the caller's scope that are \
			not void and stand at APPLIED, OUTPATIENT_VISITED, ADMITTED, ADMISSION_CANCELLED or \
			DISCHARGE_CANCELLED.""")
	OpenCountsResponse count(Caller caller, @RequestParam @Size(min = 1, max = 200) List<UUID> organizationId) {
		return new OpenCountsResponse(this.counts.of(caller, new LinkedHashSet<>(organizationId)));
	}

}

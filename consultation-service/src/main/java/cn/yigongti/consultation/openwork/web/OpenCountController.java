package cn.yigongti.consultation.openwork.web;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;

import cn.yigongti.consultation.consultation.Rights;
import cn.yigongti.consultation.openwork.OpenCounts;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.caller.RequiresPermission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Size;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/consultations")
@Tag(name = "Consultations")
class OpenCountController {

	private final OpenCounts counts;

	OpenCountController(OpenCounts counts) {
		this.counts = counts;
	}

	@GetMapping("/open-counts")
	@RequiresPermission(Rights.READ)
	@Operation(summary = "How many open consultations organizations have (未结会诊数)", description = """
			For each organization, once and in the order asked for, the consultations in the caller's scope that \
			are SUBMITTED, ACCEPTED, SCHEDULED or SENT_BACK.""")
	OpenCountsResponse count(Caller caller, @RequestParam @Size(min = 1, max = 200) List<UUID> organizationId) {
		return new OpenCountsResponse(this.counts.of(caller, new LinkedHashSet<>(organizationId)));
	}

}

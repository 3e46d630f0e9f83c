package cn.yigongti.consultation.worklist.web;

import cn.yigongti.consultation.consultation.Rights;
import cn.yigongti.consultation.consultation.web.ConsultationPresenter;
import cn.yigongti.consultation.consultation.web.ConsultationResponse;
import cn.yigongti.consultation.worklist.ConsultationFilter;
import cn.yigongti.consultation.worklist.ConsultationList;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.caller.RequiresPermission;
import cn.yigongti.platform.paging.Page;
import cn.yigongti.platform.paging.Paging;
import cn.yigongti.platform.paging.Sorting;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/consultations")
@Tag(name = "Consultations")
class ConsultationListController {

	private final ConsultationList list;

	private final ConsultationPresenter presenter;

	ConsultationListController(ConsultationList list, ConsultationPresenter presenter) {
		this.list = list;
		this.presenter = presenter;
	}

	@GetMapping
	@RequiresPermission(Rights.READ)
	@Operation(summary = "Consultations with a side in the caller's scope",
			description = "The worklist of a side: role, open=true and sort=dueAt. While the search index can't be asked, "
					+ "the database answers q, slower, with X-Search-Degraded: true.")
	Page<ConsultationResponse> list(Caller caller, @Valid @ParameterObject ConsultationFilter filter,
			@RequestParam(defaultValue = "false") boolean unmask,
			@RequestParam(required = false) @Nullable String reason,
			@Sorting(fields = { "submittedAt", "dueAt" }, byDefault = "-submittedAt") Paging paging) {
		this.presenter.checkUnmasking(caller, unmask, reason);
		return this.presenter.show(caller, this.list.page(caller, filter, paging), filter.q(), unmask, reason);
	}

}

package cn.yigongti.referral.worklist.web;

import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.caller.RequiresPermission;
import cn.yigongti.platform.paging.Page;
import cn.yigongti.platform.paging.Paging;
import cn.yigongti.platform.paging.Sorting;
import cn.yigongti.referral.referral.Rights;
import cn.yigongti.referral.referral.web.ReferralPresenter;
import cn.yigongti.referral.referral.web.ReferralResponse;
import cn.yigongti.referral.worklist.ReferralFilter;
import cn.yigongti.referral.worklist.ReferralList;
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
@RequestMapping("/api/v1/referrals")
@Tag(name = "Referrals")
class ReferralListController {

	private final ReferralList list;

	private final ReferralPresenter presenter;

	ReferralListController(ReferralList list, ReferralPresenter presenter) {
		this.list = list;
		this.presenter = presenter;
	}

	@GetMapping
	@RequiresPermission(Rights.READ)
	@Operation(summary = "The list of the referral centre (双向转诊中心)",
			description = "Referrals with a side in the caller's scope. Void ones are shown only with void=true.")
	Page<ReferralResponse> list(Caller caller, @Valid @ParameterObject ReferralFilter filter,
			@RequestParam(name = "void", defaultValue = "false") boolean onlyVoid,
			@RequestParam(defaultValue = "false") boolean unmask,
			@RequestParam(required = false) @Nullable String reason,
			@Sorting(fields = { "appliedAt", "appointmentAt" }, byDefault = "-appliedAt") Paging paging) {
		this.presenter.checkUnmasking(caller, unmask, reason);
		return this.presenter.show(caller, this.list.page(caller, filter, onlyVoid, paging), filter.q(), unmask,
				reason);
	}

}

package cn.yigongti.referral.referral.web;

import java.util.UUID;

import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.caller.RequiresPermission;
import cn.yigongti.platform.problem.NotFound;
import cn.yigongti.platform.problem.OutOfScope;
import cn.yigongti.referral.referral.AllowedActions;
import cn.yigongti.referral.referral.History;
import cn.yigongti.referral.referral.Referral;
import cn.yigongti.referral.referral.ReferralTrail;
import cn.yigongti.referral.referral.Referrals;
import cn.yigongti.referral.referral.Rights;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/referrals/{id}")
@Tag(name = "Referrals", description = "双向转诊")
class ReferralController {

	private final Referrals referrals;

	private final History history;

	private final ReferralPresenter presenter;

	private final ReferralTrail trail;

	ReferralController(Referrals referrals, History history, ReferralPresenter presenter, ReferralTrail trail) {
		this.referrals = referrals;
		this.history = history;
		this.presenter = presenter;
		this.trail = trail;
	}

	@GetMapping
	@RequiresPermission(Rights.READ)
	@Operation(summary = "One referral",
			description = "The patient is masked unless a caller with referral:unmask says why.")
	ResponseEntity<ReferralResponse> one(Caller caller, @PathVariable UUID id,
			@RequestParam(defaultValue = "false") boolean unmask,
			@RequestParam(required = false) @Nullable String reason) {
		this.presenter.checkUnmasking(caller, unmask, reason);
		return this.presenter.show(caller, find(caller, id), unmask, reason);
	}

	@GetMapping("/history")
	@RequiresPermission(Rights.READ)
	@Operation(summary = "Every move: who, when, from, to, by which event, with what reason")
	HistoryResponse history(Caller caller, @PathVariable UUID id) {
		Referral referral = find(caller, id);
		this.trail.record(caller, "referral:read-history", referral, null);
		return HistoryResponse.of(this.history.pathOf(referral.id()));
	}

	@GetMapping("/actions")
	@RequiresPermission(Rights.READ)
	@Operation(summary = "What the caller may do now")
	ActionsResponse actions(Caller caller, @PathVariable UUID id) {
		Referral referral = find(caller, id);
		return ActionsResponse.of(id, referral.status(), AllowedActions.of(referral, caller));
	}

	private Referral find(Caller caller, UUID id) {
		Referral referral = this.referrals.findById(id).orElseThrow(() -> new NotFound("referral", id));
		if (!referral.isVisibleIn(caller.scopeOf(Rights.READ))) {
			throw new OutOfScope("referral", id);
		}
		return referral;
	}

}

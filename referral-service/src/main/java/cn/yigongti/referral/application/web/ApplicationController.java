package cn.yigongti.referral.application.web;

import java.net.URI;
import java.util.UUID;

import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.caller.RequiresPermission;
import cn.yigongti.platform.problem.ProblemException;
import cn.yigongti.platform.version.ETags;
import cn.yigongti.platform.version.ExpectedVersion;
import cn.yigongti.platform.version.MergePatch;
import cn.yigongti.referral.application.AmendReferral;
import cn.yigongti.referral.application.ApplyForReferral;
import cn.yigongti.referral.referral.Referral;
import cn.yigongti.referral.referral.Rights;
import cn.yigongti.referral.referral.web.ReferralPresenter;
import cn.yigongti.referral.referral.web.ReferralResponse;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/referrals")
@Tag(name = "Referrals")
class ApplicationController {

	private final ApplyForReferral apply;

	private final AmendReferral amend;

	private final ReferralPresenter presenter;

	ApplicationController(ApplyForReferral apply, AmendReferral amend, ReferralPresenter presenter) {
		this.apply = apply;
		this.amend = amend;
		this.presenter = presenter;
	}

	@PostMapping
	@RequiresPermission(Rights.WRITE)
	@Operation(summary = "Apply for a referral",
			description = "Needs an enabled relation of this type from source to target. With appliedAt in the past "
					+ "(permission referral:import) the referral is history brought along.")
	@ApiResponse(responseCode = "201", description = "APPLIED")
	@ApiResponse(responseCode = "409", description = "duplicate-referral, with a link to the open one")
	@ApiResponse(responseCode = "422", description = "invalid, relation-missing, type-against-tier")
	ResponseEntity<ReferralResponse> apply(Caller caller, @Valid @RequestBody ReferralRequest request) {
		if (request.appliedAt() != null && !caller.may(Rights.IMPORT)) {
			throw new ProblemException(HttpStatus.FORBIDDEN, "permission-missing", Rights.IMPORT);
		}
		Referral referral = this.apply.apply(caller, request.draft());
		return ResponseEntity.created(URI.create("/api/v1/referrals/" + referral.id()))
			.eTag(ETags.of(referral.version()))
			.body(this.presenter.masked(referral));
	}

	@PatchMapping(path = "/{id}", consumes = { "application/merge-patch+json", "application/json" })
	@RequiresPermission(Rights.WRITE)
	@Operation(summary = "Change the letter",
			description = "department, advice, reason, history, allergies, treatment and appointmentAt, by the "
					+ "applicant's side, while the referral is APPLIED.")
	@ApiResponse(responseCode = "200", description = "Changed")
	@ApiResponse(responseCode = "409", description = "not-amendable, duplicate-referral")
	ResponseEntity<ReferralResponse> change(Caller caller, @PathVariable UUID id, ExpectedVersion expected,
			MergePatch patch) {
		return this.presenter.answer(this.amend.amend(caller, id, expected,
				(letter) -> patch.applyTo(AmendmentRequest.of(letter), AmendmentRequest.class).applyTo(letter)));
	}

}

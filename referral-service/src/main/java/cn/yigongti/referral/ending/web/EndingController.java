package cn.yigongti.referral.ending.web;

import java.util.UUID;

import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.caller.RequiresPermission;
import cn.yigongti.platform.problem.ProblemException;
import cn.yigongti.referral.ending.ReturnPatient;
import cn.yigongti.referral.ending.VoidReferral;
import cn.yigongti.referral.referral.Rights;
import cn.yigongti.referral.referral.web.ReferralPresenter;
import cn.yigongti.referral.referral.web.ReferralResponse;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/referrals/{id}")
@Tag(name = "Referrals")
class EndingController {

	private final ReturnPatient returnPatient;

	private final VoidReferral voidReferral;

	private final ReferralPresenter presenter;

	EndingController(ReturnPatient returnPatient, VoidReferral voidReferral, ReferralPresenter presenter) {
		this.returnPatient = returnPatient;
		this.voidReferral = voidReferral;
		this.presenter = presenter;
	}

	@PostMapping("/return")
	@RequiresPermission(Rights.WRITE)
	@Operation(summary = "Return the patient to the applicant (回转)",
			description = "By a doctor of the receiver; not for what was referred down.")
	@ApiResponse(responseCode = "200", description = "RETURNED")
	@ApiResponse(responseCode = "409", description = "illegal-transition")
	ResponseEntity<ReferralResponse> giveBack(Caller caller, @PathVariable UUID id,
			@Valid @RequestBody ReturnRequest request) {
		if (request.returnedAt() != null && !caller.may(Rights.IMPORT)) {
			throw new ProblemException(HttpStatus.FORBIDDEN, "permission-missing", Rights.IMPORT);
		}
		return this.presenter.answer(this.returnPatient.giveBack(caller, id, request.note()));
	}

	@PostMapping("/void")
	@RequiresPermission(Rights.WRITE)
	@Operation(summary = "Withdraw (applicant) or refuse (receiver) a referral that is still APPLIED")
	@ApiResponse(responseCode = "200", description = "Void")
	@ApiResponse(responseCode = "409", description = "illegal-transition")
	ResponseEntity<ReferralResponse> makeVoid(Caller caller, @PathVariable UUID id,
			@Valid @RequestBody VoidRequest request) {
		return this.presenter.answer(this.voidReferral.makeVoid(caller, id, request.reason()));
	}

}

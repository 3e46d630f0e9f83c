package cn.yigongti.consultation.conversion.web;

import java.util.UUID;

import cn.yigongti.consultation.consultation.Rights;
import cn.yigongti.consultation.consultation.web.ConsultationPresenter;
import cn.yigongti.consultation.consultation.web.ConsultationResponse;
import cn.yigongti.consultation.conversion.ReferPatient;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.caller.RequiresPermission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/consultations/{id}")
@Tag(name = "Consultations")
class ConversionController {

	private final ReferPatient refer;

	private final ConsultationPresenter presenter;

	ConversionController(ReferPatient refer, ConsultationPresenter presenter) {
		this.refer = refer;
		this.presenter = presenter;
	}

	@PostMapping("/referral")
	@RequiresPermission(Rights.WRITE)
	@Operation(summary = "Refer the patient (会诊转转诊)",
			description = "By the applicant, once the consultation is reported; needs referral:write, too. Patient, "
					+ "diagnosis and history are those of the consultation. The answer carries referralId.")
	@ApiResponse(responseCode = "200", description = "Referred")
	@ApiResponse(responseCode = "409", description = "not-reported, already-referred, referral-refused")
	@ApiResponse(responseCode = "422", description = "invalid, referral-refused: refusal tells the code")
	@ApiResponse(responseCode = "503", description = "dependency-unavailable; nothing is lost by trying again")
	ResponseEntity<ConsultationResponse> refer(Caller caller, @PathVariable UUID id,
			@Valid @RequestBody ReferralRequest request) {
		return this.presenter.answer(this.refer.refer(caller, id, request.wish()));
	}

}

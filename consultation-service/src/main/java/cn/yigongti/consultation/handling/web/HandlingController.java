package cn.yigongti.consultation.handling.web;

import java.time.Instant;
import java.util.UUID;

import cn.yigongti.consultation.consultation.Rights;
import cn.yigongti.consultation.consultation.web.ConsultationPresenter;
import cn.yigongti.consultation.consultation.web.ConsultationResponse;
import cn.yigongti.consultation.consultation.web.PastTime;
import cn.yigongti.consultation.handling.ClaimConsultation;
import cn.yigongti.consultation.handling.HandleConsultation;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.caller.RequiresPermission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/consultations/{id}")
@Tag(name = "Consultations")
class HandlingController {

	private final HandleConsultation handle;

	private final ClaimConsultation claims;

	private final ConsultationPresenter presenter;

	HandlingController(HandleConsultation handle, ClaimConsultation claims, ConsultationPresenter presenter) {
		this.handle = handle;
		this.claims = claims;
		this.presenter = presenter;
	}

	@PostMapping("/acceptance")
	@RequiresPermission(Rights.WRITE)
	@Operation(summary = "Take it on", description = "By the centre, from SUBMITTED.")
	@ApiResponse(responseCode = "200", description = "ACCEPTED")
	@ApiResponse(responseCode = "409", description = "illegal-transition")
	ResponseEntity<ConsultationResponse> accept(Caller caller, @PathVariable UUID id,
			@Valid @RequestBody(required = false) @Nullable StepRequest request) {
		Instant occurredAt = (request != null) ? request.occurredAt() : null;
		PastTime.check(caller, occurredAt);
		return this.presenter.answer(this.handle.accept(caller, id, occurredAt));
	}

	@PostMapping("/schedule")
	@RequiresPermission(Rights.WRITE)
	@Operation(summary = "Agree on a time",
			description = "By the centre, for CLINICAL ones; once more to agree on another time.")
	@ApiResponse(responseCode = "200", description = "SCHEDULED")
	@ApiResponse(responseCode = "409", description = "illegal-transition")
	ResponseEntity<ConsultationResponse> schedule(Caller caller, @PathVariable UUID id,
			@Valid @RequestBody ScheduleRequest request) {
		PastTime.check(caller, request.occurredAt());
		return this.presenter.answer(this.handle.schedule(caller, id, request.scheduledAt(), request.occurredAt()));
	}

	@PostMapping("/decline")
	@RequiresPermission(Rights.WRITE)
	@Operation(summary = "Decline it", description = "By the centre, from SUBMITTED, with a reason.")
	@ApiResponse(responseCode = "200", description = "DECLINED")
	@ApiResponse(responseCode = "409", description = "illegal-transition")
	ResponseEntity<ConsultationResponse> decline(Caller caller, @PathVariable UUID id,
			@Valid @RequestBody ReasonRequest request) {
		PastTime.check(caller, request.occurredAt());
		return this.presenter.answer(this.handle.decline(caller, id, request.reason(), request.occurredAt()));
	}

	@PostMapping("/cancellation")
	@RequiresPermission(Rights.WRITE)
	@Operation(summary = "Cancel it", description = "By the applicant, before it is reported, with a reason.")
	@ApiResponse(responseCode = "200", description = "CANCELLED")
	@ApiResponse(responseCode = "409", description = "illegal-transition")
	ResponseEntity<ConsultationResponse> cancel(Caller caller, @PathVariable UUID id,
			@Valid @RequestBody ReasonRequest request) {
		PastTime.check(caller, request.occurredAt());
		return this.presenter.answer(this.handle.cancel(caller, id, request.reason(), request.occurredAt()));
	}

	@PostMapping("/claim")
	@RequiresPermission(Rights.WRITE)
	@Operation(summary = "Take it for oneself",
			description = "By a reporting doctor of the centre, when it is ACCEPTED or SCHEDULED.")
	@ApiResponse(responseCode = "200", description = "Claimed")
	@ApiResponse(responseCode = "409", description = "illegal-transition, already-claimed")
	ResponseEntity<ConsultationResponse> claim(Caller caller, @PathVariable UUID id) {
		return this.presenter.answer(this.claims.claim(caller, id));
	}

	@PostMapping("/release")
	@RequiresPermission(Rights.WRITE)
	@Operation(summary = "Put it back", description = "By the centre: another reporting doctor can take it.")
	@ApiResponse(responseCode = "200", description = "Released")
	@ApiResponse(responseCode = "409", description = "illegal-transition")
	ResponseEntity<ConsultationResponse> release(Caller caller, @PathVariable UUID id) {
		return this.presenter.answer(this.claims.release(caller, id));
	}

}

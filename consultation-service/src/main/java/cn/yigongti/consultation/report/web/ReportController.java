package cn.yigongti.consultation.report.web;

import java.time.Instant;
import java.util.UUID;

import cn.yigongti.consultation.consultation.Consultation;
import cn.yigongti.consultation.consultation.ConsultationTrail;
import cn.yigongti.consultation.consultation.FindConsultation;
import cn.yigongti.consultation.consultation.Rights;
import cn.yigongti.consultation.consultation.web.ConsultationPresenter;
import cn.yigongti.consultation.consultation.web.ConsultationResponse;
import cn.yigongti.consultation.consultation.web.PastTime;
import cn.yigongti.consultation.report.AcknowledgeCriticalValue;
import cn.yigongti.consultation.report.Reports;
import cn.yigongti.consultation.report.ReviewReport;
import cn.yigongti.consultation.report.SignReport;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.caller.RequiresPermission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/consultations/{id}")
@Tag(name = "Consultations")
class ReportController {

	private final SignReport sign;

	private final ReviewReport review;

	private final AcknowledgeCriticalValue acknowledge;

	private final Reports reports;

	private final FindConsultation consultations;

	private final ConsultationPresenter presenter;

	private final ConsultationTrail trail;

	ReportController(SignReport sign, ReviewReport review, AcknowledgeCriticalValue acknowledge, Reports reports,
			FindConsultation consultations, ConsultationPresenter presenter, ConsultationTrail trail) {
		this.sign = sign;
		this.review = review;
		this.acknowledge = acknowledge;
		this.reports = reports;
		this.consultations = consultations;
		this.presenter = presenter;
		this.trail = trail;
	}

	@PostMapping("/report")
	@RequiresPermission(Rights.WRITE)
	@Operation(summary = "Sign a report, or an amended one",
			description = "By a reporting doctor of the centre for themselves, or by the third-party consultation "
					+ "system's client, which names the doctor. Every version is kept.")
	@ApiResponse(responseCode = "200", description = "REPORTED; also when the same was called back before")
	@ApiResponse(responseCode = "409", description = "illegal-transition, already-claimed, report-id-reused")
	ResponseEntity<ConsultationResponse> report(Caller caller, @PathVariable UUID id,
			@Valid @RequestBody ReportRequest request) {
		PastTime.check(caller, request.signedAt());
		return this.presenter.answer(this.sign.sign(caller, id, request.draft()));
	}

	@GetMapping("/reports")
	@RequiresPermission(Rights.READ)
	@Operation(summary = "All versions of the report")
	ReportsResponse reports(Caller caller, @PathVariable UUID id) {
		Consultation consultation = this.consultations.find(caller, id);
		this.trail.record(caller, "consultation:read-reports", consultation, null);
		return ReportsResponse.of(this.reports.of(id));
	}

	@PostMapping("/reports/{version}/review")
	@RequiresPermission(Rights.WRITE)
	@Operation(summary = "Put one's name below the report that holds (审核)",
			description = "By another reporting doctor of the centre than the one who signed.")
	@ApiResponse(responseCode = "200", description = "Reviewed")
	@ApiResponse(responseCode = "409", description = "already-reviewed, self-review")
	ResponseEntity<ConsultationResponse> review(Caller caller, @PathVariable UUID id, @PathVariable int version) {
		return this.presenter.answer(this.review.review(caller, id, version));
	}

	@PostMapping("/critical-value-acknowledgement")
	@RequiresPermission(Rights.WRITE)
	@Operation(summary = "Confirm to have seen the critical value (危急值确认)", description = "By the applicant.")
	@ApiResponse(responseCode = "200", description = "Confirmed")
	@ApiResponse(responseCode = "409", description = "no-critical-value")
	ResponseEntity<ConsultationResponse> acknowledge(Caller caller, @PathVariable UUID id,
			@Valid @RequestBody(required = false) @Nullable AcknowledgementRequest request) {
		Instant occurredAt = (request != null) ? request.occurredAt() : null;
		PastTime.check(caller, occurredAt);
		return this.presenter.answer(
				this.acknowledge.acknowledge(caller, id, (request != null) ? request.measures() : null, occurredAt));
	}

}

package cn.yigongti.consultation.submission.web;

import java.net.URI;
import java.util.UUID;

import cn.yigongti.consultation.consultation.Consultation;
import cn.yigongti.consultation.consultation.Rights;
import cn.yigongti.consultation.consultation.web.ConsultationPresenter;
import cn.yigongti.consultation.consultation.web.ConsultationResponse;
import cn.yigongti.consultation.consultation.web.PastTime;
import cn.yigongti.consultation.submission.AmendQuestion;
import cn.yigongti.consultation.submission.SubmitConsultation;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.caller.RequiresPermission;
import cn.yigongti.platform.version.ETags;
import cn.yigongti.platform.version.ExpectedVersion;
import cn.yigongti.platform.version.MergePatch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/consultations")
@Tag(name = "Consultations")
class SubmissionController {

	private final SubmitConsultation submit;

	private final AmendQuestion amend;

	private final ConsultationPresenter presenter;

	SubmissionController(SubmitConsultation submit, AmendQuestion amend, ConsultationPresenter presenter) {
		this.submit = submit;
		this.amend = amend;
		this.presenter = presenter;
	}

	@PostMapping
	@RequiresPermission(Rights.WRITE)
	@Operation(summary = "Apply for a consultation",
			description = "Needs a relation of the applicant to the active centre. With submittedAt in the past "
					+ "(permission consultation:import) the consultation is history brought along.")
	@ApiResponse(responseCode = "201", description = "SUBMITTED")
	@ApiResponse(responseCode = "422", description = "invalid, relation-missing")
	ResponseEntity<ConsultationResponse> submit(Caller caller, @Valid @RequestBody ConsultationRequest request) {
		PastTime.check(caller, request.submittedAt());
		Consultation consultation = this.submit.submit(caller, request.draft());
		return ResponseEntity.created(URI.create("/api/v1/consultations/" + consultation.id()))
			.eTag(ETags.of(consultation.version()))
			.body(this.presenter.masked(consultation));
	}

	@PatchMapping(path = "/{id}", consumes = { "application/merge-patch+json", "application/json" })
	@RequiresPermission(Rights.WRITE)
	@Operation(summary = "Change what is asked",
			description = "department, purpose, clinicalSummary and diagnosis, by the applicant's side, while the "
					+ "consultation is SUBMITTED or SENT_BACK.")
	@ApiResponse(responseCode = "200", description = "Changed")
	@ApiResponse(responseCode = "409", description = "not-amendable")
	ResponseEntity<ConsultationResponse> change(Caller caller, @PathVariable UUID id, ExpectedVersion expected,
			MergePatch patch) {
		return this.presenter.answer(this.amend.amend(caller, id, expected,
				(question) -> patch.applyTo(QuestionRequest.of(question), QuestionRequest.class).question()));
	}

}

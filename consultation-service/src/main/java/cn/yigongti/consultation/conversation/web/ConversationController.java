package cn.yigongti.consultation.conversation.web;

import java.util.UUID;

import cn.yigongti.consultation.consultation.Consultation;
import cn.yigongti.consultation.consultation.ConsultationTrail;
import cn.yigongti.consultation.consultation.FindConsultation;
import cn.yigongti.consultation.consultation.Rights;
import cn.yigongti.consultation.consultation.web.ConsultationPresenter;
import cn.yigongti.consultation.consultation.web.ConsultationResponse;
import cn.yigongti.consultation.consultation.web.PastTime;
import cn.yigongti.consultation.conversation.AnswerCenter;
import cn.yigongti.consultation.conversation.AskApplicant;
import cn.yigongti.consultation.conversation.Conversations;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.caller.RequiresPermission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;

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
class ConversationController {

	private final AskApplicant ask;

	private final AnswerCenter answer;

	private final FindConsultation consultations;

	private final Conversations conversations;

	private final ConsultationPresenter presenter;

	private final ConsultationTrail trail;

	ConversationController(AskApplicant ask, AnswerCenter answer, FindConsultation consultations,
			Conversations conversations, ConsultationPresenter presenter, ConsultationTrail trail) {
		this.ask = ask;
		this.answer = answer;
		this.consultations = consultations;
		this.conversations = conversations;
		this.presenter = presenter;
		this.trail = trail;
	}

	@PostMapping("/send-back")
	@RequiresPermission(Rights.WRITE)
	@Operation(summary = "Send it back with questions",
			description = "By the centre, from SUBMITTED or ACCEPTED. Who had taken it has it no longer.")
	@ApiResponse(responseCode = "200", description = "SENT_BACK")
	@ApiResponse(responseCode = "409", description = "illegal-transition")
	ResponseEntity<ConsultationResponse> sendBack(Caller caller, @PathVariable UUID id,
			@Valid @RequestBody SendBackRequest request) {
		PastTime.check(caller, request.occurredAt());
		return this.presenter.answer(this.ask.ask(caller, id, request.questions(), request.occurredAt()));
	}

	@PostMapping("/resubmission")
	@RequiresPermission(Rights.WRITE)
	@Operation(summary = "Answer all open questions and submit once more",
			description = "By the applicant, from SENT_BACK. The time to report begins anew. What is asked itself can "
					+ "be changed before with PATCH.")
	@ApiResponse(responseCode = "200", description = "SUBMITTED")
	@ApiResponse(responseCode = "409", description = "illegal-transition")
	@ApiResponse(responseCode = "422", description = "invalid: an answer to no open question, or a question left open")
	ResponseEntity<ConsultationResponse> resubmit(Caller caller, @PathVariable UUID id,
			@Valid @RequestBody ResubmissionRequest request) {
		PastTime.check(caller, request.occurredAt());
		return this.presenter.answer(this.answer.answer(caller, id, request.given(), request.occurredAt()));
	}

	@GetMapping("/conversation")
	@RequiresPermission(Rights.READ)
	@Operation(summary = "Questions and answers, in order")
	ConversationResponse conversation(Caller caller, @PathVariable UUID id) {
		Consultation consultation = this.consultations.find(caller, id);
		this.trail.record(caller, "consultation:read-conversation", consultation, null);
		return ConversationResponse.of(this.conversations.of(id));
	}

}

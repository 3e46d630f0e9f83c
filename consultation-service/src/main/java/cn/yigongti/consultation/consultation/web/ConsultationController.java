package cn.yigongti.consultation.consultation.web;

import java.util.UUID;

import cn.yigongti.consultation.consultation.AllowedActions;
import cn.yigongti.consultation.consultation.Consultation;
import cn.yigongti.consultation.consultation.ConsultationTrail;
import cn.yigongti.consultation.consultation.FindConsultation;
import cn.yigongti.consultation.consultation.History;
import cn.yigongti.consultation.consultation.Rights;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.caller.RequiresPermission;
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
@RequestMapping("/api/v1/consultations/{id}")
@Tag(name = "Consultations", description = "远程会诊")
class ConsultationController {

	private final FindConsultation consultations;

	private final History history;

	private final ConsultationPresenter presenter;

	private final ConsultationTrail trail;

	ConsultationController(FindConsultation consultations, History history, ConsultationPresenter presenter,
			ConsultationTrail trail) {
		this.consultations = consultations;
		this.history = history;
		this.presenter = presenter;
		this.trail = trail;
	}

	@GetMapping
	@RequiresPermission(Rights.READ)
	@Operation(summary = "One consultation",
			description = "The patient is masked unless a caller with consultation:unmask says why.")
	ResponseEntity<ConsultationResponse> one(Caller caller, @PathVariable UUID id,
			@RequestParam(defaultValue = "false") boolean unmask,
			@RequestParam(required = false) @Nullable String reason) {
		this.presenter.checkUnmasking(caller, unmask, reason);
		return this.presenter.show(caller, this.consultations.find(caller, id), unmask, reason);
	}

	@GetMapping("/history")
	@RequiresPermission(Rights.READ)
	@Operation(summary = "Everything that was done: who, when, from, to, with what reason")
	HistoryResponse history(Caller caller, @PathVariable UUID id) {
		Consultation consultation = this.consultations.find(caller, id);
		this.trail.record(caller, "consultation:read-history", consultation, null);
		return HistoryResponse.of(this.history.of(id));
	}

	@GetMapping("/actions")
	@RequiresPermission(Rights.READ)
	@Operation(summary = "What the caller may do now")
	ActionsResponse actions(Caller caller, @PathVariable UUID id) {
		Consultation consultation = this.consultations.find(caller, id);
		return ActionsResponse.of(id, consultation.status(), AllowedActions.of(consultation, caller));
	}

}

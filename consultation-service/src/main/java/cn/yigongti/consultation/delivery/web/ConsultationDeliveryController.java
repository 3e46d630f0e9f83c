package cn.yigongti.consultation.delivery.web;

import java.util.UUID;

import cn.yigongti.consultation.consultation.Consultation;
import cn.yigongti.consultation.consultation.FindConsultation;
import cn.yigongti.consultation.consultation.Rights;
import cn.yigongti.consultation.delivery.DeliveryList;
import cn.yigongti.consultation.delivery.Redeliver;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.caller.RequiresPermission;
import cn.yigongti.platform.paging.Page;
import cn.yigongti.platform.paging.Paging;
import cn.yigongti.platform.paging.Sorting;
import cn.yigongti.platform.problem.NotFound;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/consultations/{id}/deliveries")
@Tag(name = "Deliveries")
class ConsultationDeliveryController {

	private final FindConsultation find;

	private final DeliveryList list;

	private final Redeliver redeliver;

	ConsultationDeliveryController(FindConsultation find, DeliveryList list, Redeliver redeliver) {
		this.find = find;
		this.list = list;
		this.redeliver = redeliver;
	}

	@GetMapping
	@RequiresPermission(Rights.READ)
	@Operation(summary = "What the third-party system was told of a consultation",
			description = "One delivery for the application, and one for each resubmission.")
	Page<DeliveryResponse> list(Caller caller, @PathVariable UUID id,
			@Sorting(fields = "createdAt", byDefault = "-createdAt") Paging paging) {
		Consultation consultation = this.find.find(caller, id);
		return this.list.of(consultation.id(), paging).map(DeliveryResponse::of);
	}

	@GetMapping("/{deliveryId}/attempts")
	@RequiresPermission(Rights.READ)
	@Operation(summary = "Every attempt to deliver, and how it ended")
	Page<AttemptResponse> attempts(Caller caller, @PathVariable UUID id, @PathVariable UUID deliveryId,
			@Sorting(fields = "startedAt", byDefault = "-startedAt") Paging paging) {
		Consultation consultation = this.find.find(caller, id);
		if (this.list.find(consultation.id(), deliveryId).isEmpty()) {
			throw new NotFound("delivery", deliveryId);
		}
		return this.list.attempts(deliveryId, paging).map(AttemptResponse::of);
	}

	@PostMapping("/{deliveryId}/redelivery")
	@RequiresPermission(Rights.WRITE)
	@Operation(summary = "Deliver once more by hand",
			description = "By the applicant's side, when it is delivered, parked, or has had no system to go to. "
					+ "It keeps its delivery id, by which the other side knows a duplicate.")
	@ApiResponse(responseCode = "200", description = "It is due again")
	@ApiResponse(responseCode = "409", description = "not-redeliverable")
	DeliveryResponse redeliver(Caller caller, @PathVariable UUID id, @PathVariable UUID deliveryId) {
		return DeliveryResponse.of(this.redeliver.one(caller, id, deliveryId));
	}

}

package cn.yigongti.consultation.delivery.web;

import cn.yigongti.consultation.delivery.DeliveryFilter;
import cn.yigongti.consultation.delivery.DeliveryList;
import cn.yigongti.consultation.delivery.Redeliver;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.caller.RequiresPermission;
import cn.yigongti.platform.paging.Page;
import cn.yigongti.platform.paging.Paging;
import cn.yigongti.platform.paging.Sorting;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/consultation-deliveries")
@Tag(name = "Deliveries", description = "会诊推送: what third-party systems are told of submissions")
class DeliveryController {

	private static final String READ = "consultation-delivery:read";

	private final DeliveryList list;

	private final Redeliver redeliver;

	DeliveryController(DeliveryList list, Redeliver redeliver) {
		this.list = list;
		this.redeliver = redeliver;
	}

	@GetMapping
	@RequiresPermission(READ)
	@Operation(summary = "Deliveries of consultations with a side in the caller's scope")
	Page<DeliveryResponse> list(Caller caller, @ParameterObject DeliveryFilter filter,
			@Sorting(fields = "createdAt", byDefault = "-createdAt") Paging paging) {
		return this.list.page(filter, caller.scopeOf(READ), paging).map(DeliveryResponse::of);
	}

	@PostMapping("/redeliveries")
	@RequiresPermission(Redeliver.WRITE)
	@Operation(summary = "Deliver up to 500 once more",
			description = "Of applicants in the caller's scope. Each is answered for itself and keeps its delivery id.")
	RedeliveriesResponse redeliver(Caller caller, @Valid @RequestBody RedeliveriesRequest request) {
		return RedeliveriesResponse.of(this.redeliver.many(caller, request.ids()));
	}

}

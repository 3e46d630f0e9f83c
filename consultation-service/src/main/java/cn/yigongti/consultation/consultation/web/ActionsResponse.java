package cn.yigongti.consultation.consultation.web;

import java.util.List;
import java.util.UUID;

import cn.yigongti.consultation.consultation.AllowedActions;
import cn.yigongti.consultation.consultation.ConsultationStatus;
import io.swagger.v3.oas.annotations.media.Schema;

/** What the caller may do now. */
@Schema(name = "Actions")
record ActionsResponse(ConsultationStatus status, List<Item> actions) {

	@Schema(name = "Action")
	record Item(AllowedActions.Action action, String method, String href) {

		static Item of(AllowedActions.Action action, UUID id) {
			String consultation = "/api/v1/consultations/" + id;
			if (action == AllowedActions.Action.AMEND) {
				return new Item(action, "PATCH", consultation);
			}
			return new Item(action, "POST", consultation + "/" + switch (action) {
				case AMEND -> "";
				case ACCEPTANCE -> "acceptance";
				case SCHEDULE -> "schedule";
				case CLAIM -> "claim";
				case RELEASE -> "release";
				case SEND_BACK -> "send-back";
				case RESUBMISSION -> "resubmission";
				case DECLINE -> "decline";
				case CANCELLATION -> "cancellation";
				case REPORT -> "report";
				case CRITICAL_VALUE_ACKNOWLEDGEMENT -> "critical-value-acknowledgement";
			});
		}

	}

	static ActionsResponse of(UUID id, ConsultationStatus status, AllowedActions allowed) {
		return new ActionsResponse(status, allowed.actions().stream().map((action) -> Item.of(action, id)).toList());
	}

}

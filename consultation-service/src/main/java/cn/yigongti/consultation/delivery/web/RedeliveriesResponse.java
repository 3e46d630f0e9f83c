package cn.yigongti.consultation.delivery.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import cn.yigongti.consultation.delivery.Redelivery;
import io.swagger.v3.oas.annotations.media.Schema;

/** What became of each. */
record RedeliveriesResponse(List<Item> items) {

	@Schema(name = "RedeliveryAnswer")
	record Item(UUID id, Redelivery outcome) {
	}

	static RedeliveriesResponse of(Map<UUID, Redelivery> outcomes) {
		return new RedeliveriesResponse(
				outcomes.entrySet().stream().map((outcome) -> new Item(outcome.getKey(), outcome.getValue())).toList());
	}

}

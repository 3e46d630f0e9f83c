package cn.yigongti.consultation.delivery.web;

import java.time.Instant;
import java.util.UUID;

import cn.yigongti.consultation.delivery.Delivery;
import cn.yigongti.consultation.delivery.DeliveryState;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A submission on its way to the third-party system.
 *
 * @param submission 1 for the application, one more for each resubmission
 * @param deliveredAt when the other side first confirmed it
 * @param giveUpAt when it is parked
 */
@Schema(name = "Delivery")
record DeliveryResponse(UUID id, UUID consultationId, int submission, UUID applicantId, UUID centerOrganizationId,
		DeliveryState state, int attempts, @Nullable String lastOutcome, @Nullable Instant lastAttemptAt,
		@Nullable Instant nextAttemptAt, Instant giveUpAt, @Nullable Instant deliveredAt, Instant createdAt) {

	static DeliveryResponse of(Delivery delivery) {
		return new DeliveryResponse(delivery.id(), delivery.consultationId(), delivery.number(), delivery.applicantId(),
				delivery.centerOrganizationId(), delivery.state(), delivery.attempts(), delivery.lastOutcome(),
				delivery.lastAttemptAt(), delivery.nextAttemptAt(), delivery.giveUpAt(), delivery.deliveredAt(),
				delivery.createdAt());
	}

}

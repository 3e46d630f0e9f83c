package cn.yigongti.consultation.delivery;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * One submission on its way to the third-party system.
 *
 * @param id the delivery id, the same for each attempt
 * @param number 1 for the application, one more for each resubmission
 * @param attempts all there were
 * @param failures how many of them in a row failed
 * @param nextAttemptAt nothing when none is planned
 * @param giveUpAt when it is parked
 * @param deliveredAt when it was first confirmed
 * @param host where it was going last
 * @param runner who has it in hand
 */
@Table("consultation_delivery")
public record Delivery(@Id UUID id, UUID consultationId, int number, UUID applicantId, UUID centerOrganizationId,
		DeliveryState state, int attempts, int failures, @Nullable String lastOutcome, @Nullable Instant lastAttemptAt,
		@Nullable Instant nextAttemptAt, Instant giveUpAt, @Nullable Instant deliveredAt, @Nullable String host,
		@Nullable UUID runner, Instant createdAt) {

	boolean isDueForParking(Instant now) {
		return !now.isBefore(this.giveUpAt);
	}

}

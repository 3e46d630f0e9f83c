package cn.yigongti.consultation.delivery;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * An attempt to deliver.
 *
 * @param number from 1
 * @param outcome stable code; nothing while it is under way, or when it was cut off
 */
@Table("consultation_delivery_attempt")
public record DeliveryAttempt(UUID deliveryId, @Id int number, Instant startedAt, @Nullable Instant endedAt,
		@Nullable String outcome) {
}

package cn.yigongti.consultation.delivery;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** Which deliveries to list. */
public record DeliveryFilter(@Nullable DeliveryState state, @Nullable UUID applicantId) {
}

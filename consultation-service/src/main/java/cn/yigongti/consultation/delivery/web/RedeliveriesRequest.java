package cn.yigongti.consultation.delivery.web;

import java.util.Set;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Up to 500 deliveries. */
record RedeliveriesRequest(@NotNull @Size(min = 1, max = 500) Set<@NotNull UUID> ids) {
}

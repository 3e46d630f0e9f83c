package cn.yigongti.consultation.handling.web;

import java.time.Instant;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A step that needs nothing said. */
record StepRequest(@Schema(description = "In the past, with consultation:import") @Nullable Instant occurredAt) {
}

package cn.yigongti.consultation.consultation;

import java.time.Instant;

/**
 * When something happens.
 *
 * @param occurredAt earlier than now only for history that is brought along
 */
public record Moment(Instant occurredAt, Instant now) {
}

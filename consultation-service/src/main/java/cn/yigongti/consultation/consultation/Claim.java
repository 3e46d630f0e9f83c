package cn.yigongti.consultation.consultation;

import java.time.Instant;
import java.util.UUID;

import org.springframework.data.relational.core.mapping.Column;

/** The reporting doctor who has taken a consultation. */
public record Claim(@Column("claimed_by_id") UUID doctorId, @Column("claimed_by_name") String doctorName,
		@Column("claimed_at") Instant claimedAt) {
}

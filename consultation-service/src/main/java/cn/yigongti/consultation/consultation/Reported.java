package cn.yigongti.consultation.consultation;

import java.util.UUID;

import org.springframework.data.relational.core.mapping.Column;

/**
 * The report that holds.
 *
 * @param version its number, from 1
 */
public record Reported(@Column("report_version") int version, @Column("report_doctor_id") UUID doctorId,
		@Column("report_doctor_name") String doctorName) {
}

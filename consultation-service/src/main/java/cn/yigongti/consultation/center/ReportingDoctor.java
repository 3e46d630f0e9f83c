package cn.yigongti.consultation.center;

import java.util.UUID;

/**
 * Who signs reports of a centre (报告医生), with the name of the day the centre was made or
 * changed.
 */
public record ReportingDoctor(UUID doctorId, String name) {
}

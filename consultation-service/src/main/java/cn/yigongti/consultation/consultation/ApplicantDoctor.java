package cn.yigongti.consultation.consultation;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** 申请医生, as they were called on the day of submission. */
public record ApplicantDoctor(UUID id, String name, @Nullable String department) {
}

package cn.yigongti.consultation.delivery.thirdparty;

import org.jspecify.annotations.Nullable;

/** What of an organization's system configuration (机构系统配置) concerns us. */
record SystemConfig(@Nullable String consultationApiUrl) {
}

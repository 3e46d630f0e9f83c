package cn.yigongti.org.organization;

import cn.yigongti.org.code.CreditCode;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an organization at present, without a history.
 *
 * @param institutionCode number by which hospital systems know it
 */
public record Details(@Nullable CreditCode creditCode, @Nullable String institutionCode, @Nullable String address,
		@Nullable Location location, @Nullable String phone, @Nullable Integer beds) {

}

package cn.yigongti.org.organization;

import java.time.LocalDate;
import java.util.UUID;

import cn.yigongti.org.code.CreditCode;
import cn.yigongti.org.code.DivisionCode;
import cn.yigongti.org.code.OrganizationType;
import org.jspecify.annotations.Nullable;

import org.springframework.data.relational.core.mapping.Embedded;

/**
 * What an organization is, as its administrator writes it down.
 *
 * @param institutionCode number by which hospital systems know it
 * @param parentId the organization above it in the tree; a consortium is no parent
 * @param hospitalGrade for example 二级甲等
 */
public record Particulars(String name, String shortName, OrganizationType type, Tier tier,
		@Nullable CreditCode creditCode, @Nullable String institutionCode, DivisionCode regionCode,
		@Nullable UUID parentId, @Nullable String address,
		@Embedded(onEmpty = Embedded.OnEmpty.USE_NULL) @Nullable Location location, @Nullable String phone,
		@Nullable Integer beds, @Nullable String hospitalGrade, LocalDate openedOn) {

}

package cn.yigongti.referral.relation.web;

import java.util.UUID;

import cn.yigongti.referral.relation.ReferralType;
import jakarta.validation.constraints.NotNull;

record RelationRequest(@NotNull UUID sourceId, @NotNull UUID targetId, @NotNull ReferralType type) {
}

package cn.yigongti.referral.relation.web;

import java.time.Instant;
import java.util.UUID;

import cn.yigongti.referral.directory.Tier;
import cn.yigongti.referral.relation.ReferralRelation;
import cn.yigongti.referral.relation.ReferralType;
import io.swagger.v3.oas.annotations.media.Schema;

@Schema(name = "ReferralRelation")
record RelationResponse(UUID id, UUID sourceId, String sourceName, Tier sourceTier, UUID targetId, String targetName,
		Tier targetTier, ReferralType type, boolean enabled, Instant createdAt) {

	static RelationResponse of(ReferralRelation relation) {
		return new RelationResponse(relation.id(), relation.source().id(), relation.source().name(),
				relation.source().tier(), relation.target().id(), relation.target().name(), relation.target().tier(),
				relation.type(), relation.enabled(), relation.createdAt());
	}

}

package cn.yigongti.consultation.relation.web;

import java.time.Instant;
import java.util.UUID;

import cn.yigongti.consultation.directory.Tier;
import cn.yigongti.consultation.relation.ConsultationRelation;
import io.swagger.v3.oas.annotations.media.Schema;

@Schema(name = "ConsultationRelation")
record RelationResponse(UUID id, UUID applicantId, String applicantName, Tier applicantTier, UUID centerId,
		UUID centerOrganizationId, String centerName, Tier centerTier, Instant createdAt) {

	static RelationResponse of(ConsultationRelation relation) {
		return new RelationResponse(relation.id(), relation.applicant().id(), relation.applicant().name(),
				relation.applicant().tier(), relation.centerId(), relation.centerOrganization().id(),
				relation.centerOrganization().name(), relation.centerOrganization().tier(), relation.createdAt());
	}

}

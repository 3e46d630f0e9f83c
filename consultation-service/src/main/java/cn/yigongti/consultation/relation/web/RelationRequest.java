package cn.yigongti.consultation.relation.web;

import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;

/**
 * Who may apply where.
 *
 * @param centerId id of a consultation centre, not of its organization
 */
@Schema(name = "ConsultationRelationRequest")
record RelationRequest(@NotNull UUID applicantId, @NotNull UUID centerId) {
}

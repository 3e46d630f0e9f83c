package cn.yigongti.consultation.relation;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Which relations to list.
 *
 * @param consortiumId in which the applicant or the centre's organization was
 */
public record RelationFilter(@Nullable UUID applicantId, @Nullable UUID centerId, @Nullable UUID consortiumId) {
}

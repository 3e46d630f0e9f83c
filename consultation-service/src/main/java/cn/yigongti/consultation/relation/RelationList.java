package cn.yigongti.consultation.relation;

import java.util.Optional;
import java.util.UUID;

import cn.yigongti.platform.caller.DataScope;
import cn.yigongti.platform.mapping.RowMappers;
import cn.yigongti.platform.paging.KeysetQuery;
import cn.yigongti.platform.paging.Page;
import cn.yigongti.platform.paging.Paging;
import cn.yigongti.platform.paging.ScopedSides;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Relations with a side in scope, page by page or one. */
@Component
public class RelationList {

	private final JdbcClient jdbc;

	private final Relations relations;

	private final RowMapper<ConsultationRelation> rows;

	RelationList(JdbcClient jdbc, Relations relations, RowMappers mappers) {
		this.jdbc = jdbc;
		this.relations = relations;
		this.rows = mappers.of(ConsultationRelation.class);
	}

	public Page<ConsultationRelation> page(RelationFilter filter, DataScope scope, Paging paging) {
		return KeysetQuery.select("consultation_relation.*", "consultation_relation")
			.whereIfPresent("applicant_id = :applicant", "applicant", filter.applicantId())
			.whereIfPresent("center_id = :center", "center", filter.centerId())
			.whereIfPresent(
					"(applicant_consortium_id = :consortium or center_organization_consortium_id = :consortium)",
					"consortium", filter.consortiumId())
			.anyOf(ScopedSides.within(scope, "applicant", "center_organization"))
			.sortedBy("createdAt", "created_at", "timestamptz")
			.page(this.jdbc, paging, this.rows);
	}

	public Optional<ConsultationRelation> find(UUID id, DataScope scope) {
		return this.relations.findById(id).filter((relation) -> relation.isVisibleIn(scope));
	}

}

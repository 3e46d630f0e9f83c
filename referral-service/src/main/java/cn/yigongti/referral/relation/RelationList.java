package cn.yigongti.referral.relation;

import cn.yigongti.platform.caller.DataScope;
import cn.yigongti.platform.mapping.RowMappers;
import cn.yigongti.platform.paging.KeysetQuery;
import cn.yigongti.platform.paging.Page;
import cn.yigongti.platform.paging.Paging;
import cn.yigongti.platform.paging.ScopedSides;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Relations page by page. */
@Component
public class RelationList {

	private final JdbcClient jdbc;

	private final RowMapper<ReferralRelation> rows;

	RelationList(JdbcClient jdbc, RowMappers mappers) {
		this.jdbc = jdbc;
		this.rows = mappers.of(ReferralRelation.class);
	}

	public Page<ReferralRelation> page(RelationFilter filter, DataScope scope, Paging paging) {
		return KeysetQuery.select("referral_relation.*", "referral_relation")
			.whereIfPresent("source_id = :source", "source", filter.sourceId())
			.whereIfPresent("target_id = :target", "target", filter.targetId())
			.whereIfPresent("type = :type", "type", filter.type())
			.whereIfPresent("(source_id = :organization or target_id = :organization)", "organization",
					filter.organizationId())
			.whereIfPresent("enabled = :enabled", "enabled", filter.enabled())
			.anyOf(ScopedSides.within(scope, "source", "target"))
			.sortedBy("createdAt", "created_at", "timestamptz")
			.page(this.jdbc, paging, this.rows);
	}

}

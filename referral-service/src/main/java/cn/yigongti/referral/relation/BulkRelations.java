package cn.yigongti.referral.relation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Many relations in one statement. */
@Component
class BulkRelations {

	private static final String ADD_MISSING = """
			insert into referral_relation (id, source_id, source_name, source_tier, source_consortium_id,
				source_region_code, target_id, target_name, target_tier, target_consortium_id, target_region_code, type,
				enabled, created_at, version)
			select r.id, (r.source->>'id')::uuid, r.source->>'name', r.source->>'tier',
				(r.source->>'consortiumId')::uuid, r.source->>'regionCode', (r.target->>'id')::uuid, r.target->>'name',
				r.target->>'tier', (r.target->>'consortiumId')::uuid, r.target->>'regionCode', r.type, r.enabled,
				r."createdAt", 1
			from jsonb_to_recordset(cast(:relations as jsonb))
				as r(id uuid, source jsonb, target jsonb, type text, enabled boolean, "createdAt" timestamptz)
			order by 2, 7
			on conflict (source_id, target_id, type) do nothing
			returning id""";

	private final JdbcClient jdbc;

	private final JsonMapper json;

	BulkRelations(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	/**
	 * Adds those that don't stand yet. They are added in one order by everybody, so that
	 * two who click at the same time wait for each other and don't lock each other out.
	 * @return ids of those added
	 */
	Set<UUID> addMissing(List<ReferralRelation> relations) {
		return new HashSet<>(this.jdbc.sql(ADD_MISSING)
			.param("relations", this.json.writeValueAsString(relations))
			.query(UUID.class)
			.list());
	}

}

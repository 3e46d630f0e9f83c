package cn.yigongti.consultation.relation;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import cn.yigongti.platform.caller.DataScope;
import cn.yigongti.platform.paging.Condition;
import cn.yigongti.platform.paging.ScopedSides;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Many relations in one statement. */
@Component
class BulkRelations {

	private static final String ADD_MISSING = """
			insert into consultation_relation (id, applicant_id, applicant_name, applicant_tier, applicant_consortium_id,
				applicant_region_code, center_id, center_organization_id, center_organization_name,
				center_organization_tier, center_organization_consortium_id, center_organization_region_code, created_at,
				version)
			select r.id, (r.applicant->>'id')::uuid, r.applicant->>'name', r.applicant->>'tier',
				(r.applicant->>'consortiumId')::uuid, r.applicant->>'regionCode', r."centerId",
				(r."centerOrganization"->>'id')::uuid, r."centerOrganization"->>'name', r."centerOrganization"->>'tier',
				(r."centerOrganization"->>'consortiumId')::uuid, r."centerOrganization"->>'regionCode', r."createdAt", 1
			from jsonb_to_recordset(cast(:relations as jsonb)) as r(id uuid, applicant jsonb, "centerId" uuid,
				"centerOrganization" jsonb, "createdAt" timestamptz)
			order by 2, 7
			on conflict (applicant_id, center_id) do nothing
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
	Set<UUID> addMissing(List<ConsultationRelation> relations) {
		return new HashSet<>(this.jdbc.sql(ADD_MISSING)
			.param("relations", this.json.writeValueAsString(relations))
			.query(UUID.class)
			.list());
	}

	/**
	 * Deletes those of them that have a side in the scope; they are locked in one order.
	 * @return ids of those deleted
	 */
	List<UUID> delete(Collection<UUID> ids, DataScope scope) {
		Condition reachable = Condition.anyOf(ScopedSides.within(scope, "applicant", "center_organization"));
		return this.jdbc.sql("""
				with doomed as (
					select id from consultation_relation where id in (:ids) and %s order by id for update)
				delete from consultation_relation using doomed where consultation_relation.id = doomed.id
				returning consultation_relation.id""".formatted(reachable.sql()))
			.params(reachable.parameters())
			.param("ids", ids)
			.query(UUID.class)
			.list();
	}

}

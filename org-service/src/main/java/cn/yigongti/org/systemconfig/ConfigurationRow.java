package cn.yigongti.org.systemconfig;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.RowMapper;

/**
 * Reads an organization {@code o} of a date, with its edition {@code e}, its membership
 * {@code m} and all who give something to its configuration, the nearest first. The tree
 * has as many levels as there are tiers, and nothing comes from an organization that is
 * closed, except to itself.
 */
final class ConfigurationRow implements RowMapper<ConfiguredOrganization> {

	static final String COLUMNS = """
			o.id, e.region_code, m.consortium_id, (
			with recursive line (id, distance) as (
				select o.id, 0
				union all
				select p.parent_id, l.distance + 1
				from line l join organization_edition p on p.organization_id = l.id
				and p.from_on <= :date and (p.until_on is null or p.until_on > :date)
				where p.parent_id is not null and l.distance < 4
			), giver (id, origin, distance) as (
				select l.id, case l.distance when 0 then 'OWN' else 'PARENT' end, l.distance
				from line l join organization g on g.id = l.id
				where l.distance = 0 or g.closed_on is null or g.closed_on > :date
				union all
				select s.organization_id, 'CONSORTIUM_LEAD', 5 from leadership s
				where s.consortium_id = m.consortium_id and s.tenure @> cast(:date as date)
			)
			select jsonb_agg(jsonb_build_object('organizationId', g.id, 'origin', g.origin,
				'settings', jsonb_build_object('systemName', c.system_name, 'systemApiUrl', c.system_api_url,
					'consultationApiUrl', c.consultation_api_url, 'platformUrl', c.platform_url,
					'regional', c.regional), 'iconHash', i.content_hash) order by g.distance)
			from giver g left join system_config c on c.organization_id = g.id
			left join system_icon i on i.organization_id = g.id
			where c.organization_id is not null or i.organization_id is not null
			) as contributions""";

	@Override
	public ConfiguredOrganization mapRow(ResultSet row, int number) throws SQLException {
		UUID id = row.getObject("id", UUID.class);
		return new ConfiguredOrganization(EffectiveConfiguration.of(id, contributions(row.getString("contributions"))),
				row.getObject("consortium_id", UUID.class), row.getString("region_code"));
	}

	private static List<Contribution> contributions(@Nullable String json) {
		return (json != null) ? Stream.of(JsonMapper.shared().readValue(json, Contribution[].class)).toList()
				: List.of();
	}

}

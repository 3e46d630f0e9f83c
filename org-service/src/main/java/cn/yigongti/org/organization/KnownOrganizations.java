package cn.yigongti.org.organization;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import cn.yigongti.org.calendar.Today;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which organizations are known by a code or a name, in the whole register: codes are
 * unique there. Whoever asks must keep to themselves whom they may not see.
 */
@Component
public class KnownOrganizations {

	private final JdbcClient jdbc;

	private final Today today;

	KnownOrganizations(JdbcClient jdbc, Today today) {
		this.jdbc = jdbc;
		this.today = today;
	}

	/** What people tell an organization by that has no code. */
	public record Name(String name, String regionCode) {

	}

	public Map<String, UUID> byInstitutionCode(Collection<String> codes) {
		return byCode("institution_code", codes);
	}

	public Map<String, UUID> byCreditCode(Collection<String> codes) {
		return byCode("credit_code", codes);
	}

	private Map<String, UUID> byCode(String column, Collection<String> codes) {
		return this.jdbc.sql("select %1$s as code, id from organization where %1$s = any(:codes)".formatted(column))
			.param("codes", codes.toArray(String[]::new))
			.query((row, number) -> Map.entry(row.getString("code"), row.getObject("id", UUID.class)))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	/**
	 * As they are called today; one of those that have the same name.
	 * @param before the moment before which they must have been registered
	 */
	public Map<Name, UUID> byName(Collection<Name> names, Instant before) {
		return this.jdbc.sql("""
				select e.name, e.region_code, e.organization_id from organization_edition e
				join (select distinct * from unnest(:names, :divisions) asked (name, division)) asked
				  on asked.name = e.name and asked.division = e.region_code
				join organization o on o.id = e.organization_id
				where e.valid @> cast(:today as date) and o.created_at < :before""")
			.param("names", names.stream().map(Name::name).toArray(String[]::new))
			.param("divisions", names.stream().map(Name::regionCode).toArray(String[]::new))
			.param("today", this.today.date())
			.param("before", before.atOffset(ZoneOffset.UTC))
			.query((row, number) -> Map.entry(new Name(row.getString("name"), row.getString("region_code")),
					row.getObject("organization_id", UUID.class)))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one));
	}

}

package cn.yigongti.iam.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The last answers of org-service. */
@Repository
class KnownOrganizations {

	private final JdbcClient jdbc;

	private final NamedParameterJdbcTemplate batches;

	private final Clock clock;

	KnownOrganizations(JdbcClient jdbc, NamedParameterJdbcTemplate batches, Clock clock) {
		this.jdbc = jdbc;
		this.batches = batches;
		this.clock = clock;
	}

	Optional<Organization> find(UUID id) {
		return this.jdbc.sql("select * from organization where id = :id")
			.param("id", id)
			.query((row, number) -> organization(row))
			.optional();
	}

	/** The same, if org-service told it no longer ago than {@code age}. */
	Optional<Organization> findYounger(UUID id, Duration age) {
		return this.jdbc.sql("select * from organization where id = :id and refreshed_at > :since")
			.param("id", id)
			.param("since", utc(this.clock.instant().minus(age)))
			.query((row, number) -> organization(row))
			.optional();
	}

	/** Of two with the same code the active one. */
	Optional<Organization> findByInstitutionCode(String code) {
		return this.jdbc.sql("select * from organization where institution_code = :code order by active desc limit 1")
			.param("code", code)
			.query((row, number) -> organization(row))
			.optional();
	}

	List<Organization> all() {
		return this.jdbc.sql("select * from organization").query((row, number) -> organization(row)).list();
	}

	void keep(Collection<Organization> organizations) {
		OffsetDateTime now = utc(this.clock.instant());
		this.batches.batchUpdate("""
				insert into organization (id, institution_code, name, region_code, consortium_id, active, refreshed_at)
				values (:id, :code, :name, :region, :consortium, :active, :now)
				on conflict (id) do update set institution_code = excluded.institution_code, name = excluded.name,
					region_code = excluded.region_code, consortium_id = excluded.consortium_id,
					active = excluded.active, refreshed_at = excluded.refreshed_at""",
				organizations.stream()
					.map((organization) -> new MapSqlParameterSource("id", organization.id())
						.addValue("code", organization.institutionCode())
						.addValue("name", organization.name())
						.addValue("region", organization.regionCode())
						.addValue("consortium", organization.consortiumId())
						.addValue("active", organization.active())
						.addValue("now", now))
					.toArray(MapSqlParameterSource[]::new));
	}

	/** What a reading of all system configurations, begun at that time, has brought. */
	void keepHisAddresses(Map<UUID, String> addresses, Instant begun) {
		this.jdbc.sql("""
				update organization o set system_api_url = given.url,
					system_api_url_at = greatest(o.system_api_url_at, :begun)
				from unnest(cast(:ids as uuid[]), cast(:urls as text[])) as given(id, url) where o.id = given.id""")
			.param("ids", addresses.keySet().toArray(UUID[]::new))
			.param("urls", addresses.values().toArray(String[]::new))
			.param("begun", utc(begun))
			.update();
	}

	/** That reading is over: what it did not bring is not configured any more. */
	void forgetHisAddressesBefore(Instant begun) {
		this.jdbc.sql("""
				update organization set system_api_url = null, system_api_url_at = null
				where system_api_url_at < :begun""").param("begun", utc(begun)).update();
	}

	private static Organization organization(ResultSet row) throws SQLException {
		return new Organization(row.getObject("id", UUID.class), row.getString("institution_code"),
				row.getString("name"), row.getString("region_code"), uuid(row, "consortium_id"),
				row.getBoolean("active"), row.getString("system_api_url"));
	}

	private static @Nullable UUID uuid(ResultSet row, String column) throws SQLException {
		return row.getObject(column, UUID.class);
	}

	private static OffsetDateTime utc(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

}

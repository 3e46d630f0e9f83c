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

	private static Organization organization(ResultSet row) throws SQLException {
		return new Organization(row.getObject("id", UUID.class), row.getString("institution_code"),
				row.getString("name"), row.getString("region_code"), uuid(row, "consortium_id"),
				row.getBoolean("active"));
	}

	private static @Nullable UUID uuid(ResultSet row, String column) throws SQLException {
		return row.getObject(column, UUID.class);
	}

	private static OffsetDateTime utc(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

}

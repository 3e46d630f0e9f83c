package cn.yigongti.iam.usersync.run;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Active users of the organizations that a HIS answers for whom it has not named in the
 * course of a run; those of another HIS that answered before it are among them.
 */
@Component
class MissingUsers {

	private static final String MISSING = """
			from users u where u.active and u.organization_id = any (:organizations)
				and not exists (select from user_sync_row r where r.part_id = :part and r.user_id = u.id)""";

	private final JdbcClient jdbc;

	private final Clock clock;

	MissingUsers(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	int count(Part part, Collection<UUID> organizations) {
		return this.jdbc.sql("select count(*) " + MISSING)
			.param("part", part.id())
			.param("organizations", organizations.toArray(UUID[]::new))
			.query(Integer.class)
			.single();
	}

	int countActive(Collection<UUID> organizations) {
		return this.jdbc.sql("select count(*) from users where active and organization_id = any (:organizations)")
			.param("organizations", organizations.toArray(UUID[]::new))
			.query(Integer.class)
			.single();
	}

	/** Deactivates some of them. */
	List<UUID> deactivate(Part part, Collection<UUID> organizations, int atMost) {
		return this.jdbc.sql("""
				update users set active = false, version = version + 1, updated_at = :now
				where id in (select u.id %s limit :limit) returning id""".formatted(MISSING))
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("part", part.id())
			.param("organizations", organizations.toArray(UUID[]::new))
			.param("limit", atMost)
			.query(UUID.class)
			.list();
	}

}

package cn.yigongti.iam.grant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import cn.yigongti.iam.role.Role;
import cn.yigongti.iam.role.Roles;
import cn.yigongti.platform.caller.ScopeType;
import cn.yigongti.platform.identifier.UuidV7;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who holds which roles. */
@Repository
public class Grants {

	private final JdbcClient jdbc;

	private final Clock clock;

	Grants(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	public List<HeldRole> of(Holder holder) {
		return of(holder.column(), List.of(holder.id())).getOrDefault(holder.id(), List.of());
	}

	/** The roles of many users; who holds none is missing. */
	public Map<UUID, List<HeldRole>> ofUsers(Collection<UUID> ids) {
		return of(Holder.User.COLUMN, ids);
	}

	/** The roles of many machine clients; who holds none is missing. */
	public Map<UUID, List<HeldRole>> ofClients(Collection<UUID> ids) {
		return of(Holder.Client.COLUMN, ids);
	}

	private Map<UUID, List<HeldRole>> of(String column, Collection<UUID> ids) {
		Map<UUID, List<HeldRole>> held = new HashMap<>();
		this.jdbc.sql("""
				select g.%1$s as holder, g.scope, g.scope_id, r.* from role_grant g join role r on r.id = g.role_id
				where g.%1$s = any (:ids) order by r.code, g.scope, g.scope_id""".formatted(column))
			.param("ids", ids.toArray(UUID[]::new))
			.query((ResultSet row) -> {
				held.computeIfAbsent(row.getObject("holder", UUID.class), (id) -> new ArrayList<>()).add(heldRole(row));
			});
		return held;
	}

	/** The role with this code as whoever holds it without limits does. */
	public HeldRole everywhere(String role) {
		return this.jdbc.sql("select * from role where code = :code")
			.param("code", role)
			.query((row, number) -> new HeldRole(Roles.read(row), ScopeType.ALL, null))
			.single();
	}

	/** Gives the holder exactly these roles; those they hold already stay as they are. */
	public void replace(Holder holder, Set<HeldRole> held, String by) {
		Set<HeldRole> before = new HashSet<>(of(holder));
		before.stream().filter((one) -> !held.contains(one)).forEach((one) -> remove(holder, one));
		held.stream().filter((one) -> !before.contains(one)).forEach((one) -> add(holder, one, by));
	}

	private void remove(Holder holder, HeldRole one) {
		this.jdbc.sql("""
				delete from role_grant where %s = :holder and role_id = :role and scope = :scope
					and scope_id is not distinct from :scopeId""".formatted(holder.column()))
			.param("holder", holder.id())
			.param("role", one.role().id())
			.param("scope", one.scope().name())
			.param("scopeId", one.scopeId(), Types.VARCHAR)
			.update();
	}

	private void add(Holder holder, HeldRole one, String by) {
		this.jdbc.sql("""
				insert into role_grant (id, %s, role_id, scope, scope_id, granted_by, granted_at)
				values (:id, :holder, :role, :scope, :scopeId, :by, :now)""".formatted(holder.column()))
			.param("id", UuidV7.next())
			.param("holder", holder.id())
			.param("role", one.role().id())
			.param("scope", one.scope().name())
			.param("scopeId", one.scopeId())
			.param("by", by)
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.update();
	}

	/**
	 * Takes away what users held for an organization or consortium that they have left.
	 * @return those of the users who held something
	 */
	public Set<UUID> endOf(Collection<Departure> departures) {
		return Set.copyOf(this.jdbc.sql("""
				delete from role_grant g using unnest(cast(:users as uuid[]), cast(:organizations as text[]),
					cast(:consortia as text[])) as gone(user_id, organization_id, consortium_id)
				where g.user_id = gone.user_id and (g.scope = 'ORGANIZATION' and g.scope_id = gone.organization_id
					or g.scope = 'CONSORTIUM' and g.scope_id = gone.consortium_id)
				returning g.user_id""")
			.param("users", departures.stream().map(Departure::userId).toArray(UUID[]::new))
			.param("organizations",
					departures.stream().map((one) -> one.organizationId().toString()).toArray(String[]::new))
			.param("consortia",
					departures.stream()
						.map((one) -> Optional.ofNullable(one.consortiumId()).map(UUID::toString).orElse(""))
						.toArray(String[]::new))
			.query(UUID.class)
			.set());
	}

	/**
	 * Whether a person other than this one may administer the whole platform. Holds off
	 * others who ask the same.
	 */
	boolean isAnotherPlatformAdministrator(UUID user) {
		this.jdbc.sql("select id from role where code = :admin for update")
			.param("admin", Role.PLATFORM_ADMIN)
			.query(UUID.class)
			.single();
		return this.jdbc.sql("""
				select exists (select from role_grant g join users u on u.id = g.user_id join role r on r.id = g.role_id
					where r.code = :admin and g.scope = 'ALL' and u.active and u.id <> :user)""")
			.param("admin", Role.PLATFORM_ADMIN)
			.param("user", user)
			.query(Boolean.class)
			.single();
	}

	/**
	 * Whether this person was to administer the whole platform, is not active, and nobody
	 * else is there who may.
	 */
	public boolean leftNoPlatformAdministrator(UUID user) {
		return this.jdbc.sql("""
				with administrator as (select u.id, u.active from role_grant g join users u on u.id = g.user_id
					join role r on r.id = g.role_id where r.code = :admin and g.scope = 'ALL')
				select exists (select from administrator where id = :user and not active)
					and not exists (select from administrator where active)""")
			.param("admin", Role.PLATFORM_ADMIN)
			.param("user", user)
			.query(Boolean.class)
			.single();
	}

	private static HeldRole heldRole(ResultSet row) throws SQLException {
		return new HeldRole(Roles.read(row), ScopeType.valueOf(row.getString("scope")), row.getString("scope_id"));
	}

}

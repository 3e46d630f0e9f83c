package cn.yigongti.iam.role;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import cn.yigongti.platform.identifier.UuidV7;
import cn.yigongti.platform.paging.KeysetQuery;
import cn.yigongti.platform.paging.Page;
import cn.yigongti.platform.paging.Paging;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** All roles, built in or made by the installation. */
@Repository
public class Roles {

	private final JdbcClient jdbc;

	private final Clock clock;

	Roles(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	public Page<Role> page(RoleFilter filter, Paging paging) {
		KeysetQuery query = KeysetQuery.select("*", "role")
			.sortedBy("code", "code", "text")
			.sortedBy("createdAt", "created_at", "timestamptz")
			.whereIfPresent("built_in = :builtIn", "builtIn", filter.builtIn())
			.whereIfPresent(":permission = any (permissions)", "permission", filter.permission());
		if (filter.query() != null) {
			query.where("starts_with(code, upper(:query)) or strpos(lower(name), lower(:query)) > 0", "query",
					filter.query().strip());
		}
		return query.page(this.jdbc, paging, (row, number) -> read(row));
	}

	/**
	 * How many users and machine clients hold each of the roles; what nobody holds is
	 * missing.
	 */
	public Map<UUID, Integer> holders(Collection<UUID> ids) {
		Map<UUID, Integer> holders = new HashMap<>();
		this.jdbc.sql("""
				select g.role_id, count(distinct coalesce(g.user_id, g.client_id)) as holders
				from role_grant g left join client c on c.id = g.client_id
				where g.role_id = any (:ids) and c.deleted_at is null group by g.role_id""")
			.param("ids", ids.toArray(UUID[]::new))
			.query((ResultSet row) -> {
				holders.put(row.getObject("role_id", UUID.class), row.getInt("holders"));
			});
		return holders;
	}

	public Optional<Role> find(UUID id) {
		return this.jdbc.sql("select * from role where id = :id")
			.param("id", id)
			.query((row, number) -> read(row))
			.optional();
	}

	/** The same, and nobody else changes it before this transaction ends. */
	Optional<Role> lock(UUID id) {
		return this.jdbc.sql("select * from role where id = :id for update")
			.param("id", id)
			.query((row, number) -> read(row))
			.optional();
	}

	/** Those of the codes that exist. */
	public List<Role> withCodes(Collection<String> codes) {
		return this.jdbc.sql("select * from role where code = any (:codes) order by code")
			.param("codes", codes.toArray(String[]::new))
			.query((row, number) -> read(row))
			.list();
	}

	/**
	 * Adds a role.
	 * @throws RoleCodeTaken when another has its code
	 */
	public Role add(RoleDefinition definition) {
		Role role = newRole(definition, false);
		try {
			insert(role, "");
		}
		catch (DuplicateKeyException ex) {
			throw new RoleCodeTaken(definition.code());
		}
		return role;
	}

	public Role replace(Role role, RoleDefinition definition) {
		return this.jdbc.sql("""
				update role set name = :name, platform_access = :access,
					second_factor_required = :secondFactor, permissions = :permissions, menus = :menus,
					version = version + 1, updated_at = :now
				where id = :id returning *""")
			.param("id", role.id())
			.param("name", definition.name())
			.param("access", definition.platformAccess())
			.param("secondFactor", definition.secondFactorRequired())
			.param("permissions", sorted(definition.permissions()))
			.param("menus", sorted(definition.menus()))
			.param("now", now())
			.query((row, number) -> read(row))
			.single();
	}

	/**
	 * Removes a role that nobody holds, deleted clients aside.
	 * @throws RoleInUse when somebody does
	 */
	public void remove(Role role) {
		this.jdbc.sql("""
				delete from role_grant g using client c
				where g.role_id = :id and c.id = g.client_id and c.deleted_at is not null""")
			.param("id", role.id())
			.update();
		int removed = this.jdbc
			.sql("delete from role where id = :id and not exists (select from role_grant where role_id = :id)")
			.param("id", role.id())
			.update();
		if (removed == 0) {
			throw new RoleInUse(role.code());
		}
	}

	@Transactional
	void replaceBuiltIns(List<RoleDefinition> definitions) {
		definitions.forEach((definition) -> insert(newRole(definition, true), """
				on conflict (code) do update set name = excluded.name, built_in = true,
					platform_access = excluded.platform_access,
					second_factor_required = excluded.second_factor_required, permissions = excluded.permissions,
					menus = excluded.menus, version = role.version + 1, updated_at = excluded.updated_at
				where (role.name, role.built_in, role.platform_access, role.second_factor_required, role.permissions,
						role.menus)
					is distinct from (excluded.name, true, excluded.platform_access, excluded.second_factor_required,
						excluded.permissions, excluded.menus)"""));
	}

	private Role newRole(RoleDefinition definition, boolean builtIn) {
		return new Role(UuidV7.next(), definition.code(), definition.name(), builtIn, definition.platformAccess(),
				definition.secondFactorRequired(), definition.permissions(), definition.menus(), 0,
				this.clock.instant(), this.clock.instant());
	}

	private void insert(Role role, String onConflict) {
		this.jdbc.sql("""
				insert into role (id, code, name, built_in, platform_access, second_factor_required, permissions, menus,
					created_at, updated_at)
				values (:id, :code, :name, :builtIn, :access, :secondFactor, :permissions, :menus, :now, :now)
				""" + onConflict)
			.param("id", role.id())
			.param("code", role.code())
			.param("name", role.name())
			.param("builtIn", role.builtIn())
			.param("access", role.platformAccess())
			.param("secondFactor", role.secondFactorRequired())
			.param("permissions", sorted(role.permissions()))
			.param("menus", sorted(role.menus()))
			.param("now", role.createdAt().atOffset(ZoneOffset.UTC))
			.update();
	}

	/** In one order, so that the same set is the same array. */
	private static String[] sorted(Set<String> set) {
		return set.stream().sorted().toArray(String[]::new);
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	/** Reads a role off a row that has its columns. */
	public static Role read(ResultSet row) throws SQLException {
		return new Role(row.getObject("id", UUID.class), row.getString("code"), row.getString("name"),
				row.getBoolean("built_in"), row.getBoolean("platform_access"), row.getBoolean("second_factor_required"),
				strings(row.getArray("permissions")), strings(row.getArray("menus")), row.getLong("version"),
				row.getObject("created_at", OffsetDateTime.class).toInstant(),
				row.getObject("updated_at", OffsetDateTime.class).toInstant());
	}

	private static Set<String> strings(Array array) throws SQLException {
		return Set.of((String[]) array.getArray());
	}

}

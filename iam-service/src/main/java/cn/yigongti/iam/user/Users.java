package cn.yigongti.iam.user;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import cn.yigongti.iam.directory.OrganizationScope;
import cn.yigongti.iam.user.User.Department;
import cn.yigongti.platform.caller.DataScope;
import cn.yigongti.platform.crypto.FieldCipher;
import cn.yigongti.platform.paging.Condition;
import cn.yigongti.platform.paging.KeysetQuery;
import cn.yigongti.platform.paging.Page;
import cn.yigongti.platform.paging.Paging;
import cn.yigongti.platform.problem.NotFound;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All users there ever were. */
@Repository
public class Users {

	private static final String FROM = "users u join organization o on o.id = u.organization_id";

	private final JdbcClient jdbc;

	private final FieldCipher cipher;

	private final MobileHashes mobiles;

	private final Clock clock;

	Users(JdbcClient jdbc, FieldCipher cipher, MobileHashes mobiles, Clock clock) {
		this.jdbc = jdbc;
		this.cipher = cipher;
		this.mobiles = mobiles;
		this.clock = clock;
	}

	public Page<User> page(UserFilter filter, DataScope scope, Paging paging) {
		KeysetQuery query = KeysetQuery.select("u.*", FROM)
			.identifiedBy("u.id", "uuid")
			.sortedBy("loginName", "lower(u.login_name)", "text")
			.sortedBy("createdAt", "u.created_at", "timestamptz")
			.whereIfPresent("u.organization_id = :organization", "organization", filter.organizationId())
			.whereIfPresent("""
					exists (select from role_grant g join role r on r.id = g.role_id
						where g.user_id = u.id and r.code = :role)""", "role", filter.roleCode())
			.anyOf(OrganizationScope.conditions(scope));
		if (filter.query() != null) {
			String prefix = prefix(filter.query());
			query.where("lower(u.login_name) like lower(:query) or u.name like :query", "query", prefix);
		}
		if (filter.status() != null) {
			query.where(having(filter.status()));
		}
		return query.page(this.jdbc, paging, (row, number) -> user(row));
	}

	/**
	 * The user, if they are within the scope.
	 * @throws NotFound when they aren't, or don't exist
	 */
	public User get(UUID id, DataScope scope) {
		String sql = "select u.* from " + FROM + " where u.id = :id and " + OrganizationScope.sql(scope);
		return OrganizationScope.bind(this.jdbc.sql(sql).param("id", id), scope)
			.query((row, number) -> user(row))
			.optional()
			.orElseThrow(() -> new NotFound("user", id));
	}

	/** Those within the scope who have this mobile number, at most so many. */
	public List<User> withMobile(String mobile, DataScope scope, int limit) {
		String sql = "select u.* from " + FROM + " where u.mobile_hash = any (:hashes) and "
				+ OrganizationScope.sql(scope) + " order by lower(u.login_name), u.id limit :limit";
		return OrganizationScope.bind(this.jdbc.sql(sql), scope)
			.param("hashes", this.mobiles.allOf(mobile).toArray(String[]::new))
			.param("limit", limit)
			.query((row, number) -> user(row))
			.list();
	}

	/** The same, and nobody else changes them before this transaction ends. */
	public User lock(UUID id, DataScope scope) {
		this.jdbc.sql("select id from users where id = :id for update").param("id", id).query(UUID.class).optional();
		return get(id, scope);
	}

	public Optional<User> find(UUID id) {
		return this.jdbc.sql("select * from users where id = :id")
			.param("id", id)
			.query((row, number) -> user(row))
			.optional();
	}

	/** Notes that something shown with the user has changed. */
	public void touch(UUID id) {
		this.jdbc.sql("update users set version = version + 1, updated_at = :now where id = :id")
			.param("id", id)
			.param("now", now())
			.update();
	}

	public void unlock(UUID id) {
		this.jdbc.sql("update users set locked_until = null, failed_sign_ins = 0 where id = :id")
			.param("id", id)
			.update();
	}

	private Condition having(UserStatus status) {
		return switch (status) {
			case INACTIVE -> new Condition("not u.active");
			case LOCKED -> new Condition("u.active and u.locked_until > :now", "now", now());
			case ACTIVE ->
				new Condition("u.active and (u.locked_until is null or u.locked_until <= :now)", "now", now());
		};
	}

	private User user(ResultSet row) throws SQLException {
		return new User(row.getObject("id", UUID.class), row.getString("login_name"), row.getString("name"),
				row.getString("gender"), this.cipher.decryptOrNull(row.getString("mobile")),
				row.getObject("organization_id", UUID.class), StaffType.valueOf(row.getString("staff_type")),
				row.getString("title"), department(row), status(row), row.getString("password_hash") != null,
				row.getLong("version"), row.getObject("created_at", OffsetDateTime.class).toInstant(),
				row.getObject("updated_at", OffsetDateTime.class).toInstant());
	}

	private static @Nullable Department department(ResultSet row) throws SQLException {
		String code = row.getString("department_code");
		String name = row.getString("department_name");
		return (code != null || name != null) ? new Department(code, name) : null;
	}

	private UserStatus status(ResultSet row) throws SQLException {
		if (!row.getBoolean("active")) {
			return UserStatus.INACTIVE;
		}
		OffsetDateTime lockedUntil = row.getObject("locked_until", OffsetDateTime.class);
		return (lockedUntil != null && lockedUntil.isAfter(now())) ? UserStatus.LOCKED : UserStatus.ACTIVE;
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	/**
	 * A pattern for what begins with the text, in which the wildcards of SQL are plain
	 * characters.
	 */
	private static String prefix(String text) {
		return text.strip().replaceAll("([\\\\%_])", "\\\\$1") + "%";
	}

}

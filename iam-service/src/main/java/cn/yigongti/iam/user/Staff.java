package cn.yigongti.iam.user;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import cn.yigongti.platform.crypto.FieldCipher;

import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The users as the Cloud HIS knows them, read and written by the page. */
@Repository
public class Staff {

	private final JdbcClient jdbc;

	private final NamedParameterJdbcTemplate batches;

	private final FieldCipher cipher;

	private final MobileHashes mobiles;

	private final Clock clock;

	Staff(JdbcClient jdbc, NamedParameterJdbcTemplate batches, FieldCipher cipher, MobileHashes mobiles, Clock clock) {
		this.jdbc = jdbc;
		this.batches = batches;
		this.cipher = cipher;
		this.mobiles = mobiles;
		this.clock = clock;
	}

	/**
	 * Those of the HIS user ids that we know, by id: users of this HIS, and those of whom
	 * it isn't known yet which HIS they are of.
	 */
	public Map<String, SyncedUser> known(String source, Collection<String> hisUserIds) {
		return this.jdbc.sql("""
				select * from users where his_user_id = any (:ids) and (source = :source or source is null)
				order by source nulls first""")
			.param("ids", hisUserIds.toArray(String[]::new))
			.param("source", source)
			.query((row, number) -> user(row))
			.list()
			.stream()
			.collect(Collectors.toMap((user) -> user.member().hisUserId(), (user) -> user, (_, own) -> own));
	}

	public SyncedUser find(UUID id) {
		return this.jdbc.sql("select * from users where id = :id")
			.param("id", id)
			.query((row, number) -> user(row))
			.single();
	}

	/** Whose the login names (in lower case) are, whichever HIS they are of. */
	public Map<String, SyncedUser> ownersOf(Collection<String> loginNames) {
		return this.jdbc.sql("select * from users where lower(login_name) = any (:names)")
			.param("names", loginNames.toArray(String[]::new))
			.query((row, number) -> user(row))
			.list()
			.stream()
			.collect(Collectors.toMap((user) -> user.member().loginKey(), (user) -> user));
	}

	public void add(Collection<SyncedUser> users) {
		this.batches.batchUpdate(
				"""
						insert into users (id, source, his_user_id, login_name, name, gender, mobile, mobile_hash,
							organization_id, staff_type, title, department_code, department_name, active, created_at, updated_at)
						values (:id, :source, :his, :login, :name, :gender, :mobile, :mobileHash, :organization, :type,
							:title, :departmentCode, :departmentName, :active, :now, :now)""",
				parameters(users));
	}

	public void change(Collection<SyncedUser> users) {
		this.batches.batchUpdate("""
				update users set source = :source, his_user_id = :his, login_name = :login, name = :name,
					gender = :gender, mobile = :mobile, mobile_hash = :mobileHash,
					organization_id = :organization, staff_type = :type,
					title = :title, department_code = :departmentCode, department_name = :departmentName,
					active = :active, version = version + 1, updated_at = :now
				where id = :id""", parameters(users));
	}

	private MapSqlParameterSource[] parameters(Collection<SyncedUser> users) {
		var now = this.clock.instant().atOffset(ZoneOffset.UTC);
		return users.stream().map((user) -> {
			StaffMember member = user.member();
			return new MapSqlParameterSource("id", user.id()).addValue("source", user.source())
				.addValue("his", member.hisUserId())
				.addValue("login", member.loginName())
				.addValue("name", member.name())
				.addValue("gender", member.gender())
				.addValue("mobile", this.cipher.encryptOrNull(member.mobile()))
				.addValue("mobileHash", this.mobiles.ofOrNull(member.mobile()))
				.addValue("organization", member.organizationId())
				.addValue("type", member.staffType().name())
				.addValue("title", member.title())
				.addValue("departmentCode", member.departmentCode())
				.addValue("departmentName", member.departmentName())
				.addValue("active", member.active())
				.addValue("now", now);
		}).toArray(MapSqlParameterSource[]::new);
	}

	private SyncedUser user(ResultSet row) throws SQLException {
		return new SyncedUser(row.getObject("id", UUID.class), row.getString("source"), member(row));
	}

	private StaffMember member(ResultSet row) throws SQLException {
		return new StaffMember(row.getString("his_user_id"), row.getString("login_name"), row.getString("name"),
				row.getString("gender"), this.cipher.decryptOrNull(row.getString("mobile")),
				row.getObject("organization_id", UUID.class), StaffType.valueOf(row.getString("staff_type")),
				row.getString("title"), row.getString("department_code"), row.getString("department_name"),
				row.getBoolean("active"));
	}

}

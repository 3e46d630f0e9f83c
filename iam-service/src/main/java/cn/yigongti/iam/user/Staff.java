package cn.yigongti.iam.user;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import cn.yigongti.platform.crypto.FieldCipher;
import cn.yigongti.platform.identifier.UuidV7;

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

	private final Clock clock;

	Staff(JdbcClient jdbc, NamedParameterJdbcTemplate batches, FieldCipher cipher, Clock clock) {
		this.jdbc = jdbc;
		this.batches = batches;
		this.cipher = cipher;
		this.clock = clock;
	}

	/** Those of the HIS user ids that we know, by id. */
	public Map<String, StaffMember> known(Collection<String> hisUserIds) {
		return this.jdbc.sql("select * from users where his_user_id = any (:ids)")
			.param("ids", hisUserIds.toArray(String[]::new))
			.query((row, number) -> member(row))
			.list()
			.stream()
			.collect(Collectors.toMap(StaffMember::hisUserId, (member) -> member));
	}

	/** Whose the login names (in lower case) are: the HIS user ids, by name. */
	public Map<String, String> ownersOf(Collection<String> loginNames) {
		Map<String, String> owners = new HashMap<>();
		this.jdbc.sql("select lower(login_name) as name, his_user_id from users where lower(login_name) = any (:names)")
			.param("names", loginNames.toArray(String[]::new))
			.query((ResultSet row) -> {
				owners.put(row.getString("name"), row.getString("his_user_id"));
			});
		return owners;
	}

	public void add(List<StaffMember> members) {
		this.batches.batchUpdate(
				"""
						insert into users (id, his_user_id, login_name, name, gender, mobile, organization_id, staff_type, title,
							department_code, department_name, active, created_at, updated_at)
						values (:id, :his, :login, :name, :gender, :mobile, :organization, :type, :title, :departmentCode,
							:departmentName, :active, :now, :now)""",
				parameters(members));
	}

	public void change(List<StaffMember> members) {
		this.batches.batchUpdate("""
				update users set login_name = :login, name = :name, gender = :gender, mobile = :mobile,
					organization_id = :organization, staff_type = :type, title = :title,
					department_code = :departmentCode, department_name = :departmentName, active = :active,
					version = version + 1, updated_at = :now
				where his_user_id = :his""", parameters(members));
	}

	public List<UUID> idsOf(Collection<String> hisUserIds) {
		return this.jdbc.sql("select id from users where his_user_id = any (:ids)")
			.param("ids", hisUserIds.toArray(String[]::new))
			.query(UUID.class)
			.list();
	}

	private MapSqlParameterSource[] parameters(List<StaffMember> members) {
		var now = this.clock.instant().atOffset(ZoneOffset.UTC);
		return members.stream()
			.map((member) -> new MapSqlParameterSource("id", UuidV7.next()).addValue("his", member.hisUserId())
				.addValue("login", member.loginName())
				.addValue("name", member.name())
				.addValue("gender", member.gender())
				.addValue("mobile", this.cipher.encryptOrNull(member.mobile()))
				.addValue("organization", member.organizationId())
				.addValue("type", member.staffType().name())
				.addValue("title", member.title())
				.addValue("departmentCode", member.departmentCode())
				.addValue("departmentName", member.departmentName())
				.addValue("active", member.active())
				.addValue("now", now))
			.toArray(MapSqlParameterSource[]::new);
	}

	private StaffMember member(ResultSet row) throws SQLException {
		return new StaffMember(row.getString("his_user_id"), row.getString("login_name"), row.getString("name"),
				row.getString("gender"), this.cipher.decryptOrNull(row.getString("mobile")),
				row.getObject("organization_id", UUID.class), StaffType.valueOf(row.getString("staff_type")),
				row.getString("title"), row.getString("department_code"), row.getString("department_name"),
				row.getBoolean("active"));
	}

}

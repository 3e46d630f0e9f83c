package cn.yigongti.iam.testing;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import cn.yigongti.iam.grant.Grants;
import cn.yigongti.iam.grant.HeldRole;
import cn.yigongti.iam.grant.Holder;
import cn.yigongti.iam.role.Roles;
import cn.yigongti.iam.signin.Activate;
import cn.yigongti.iam.testing.County.Place;
import cn.yigongti.iam.user.Staff;
import cn.yigongti.iam.user.StaffMember;
import cn.yigongti.iam.user.StaffType;
import cn.yigongti.iam.user.SyncedUser;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.caller.Grant;
import cn.yigongti.platform.caller.ScopeType;
import cn.yigongti.platform.identifier.UuidV7;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Staff who are there already, some with a password, some with roles. */
public class People {

	public static final String PASSWORD = "Correct-Horse-8";

	private final Staff staff;

	private final Activate activate;

	private final Grants grants;

	private final Roles roles;

	private final JdbcClient jdbc;

	People(Staff staff, Activate activate, Grants grants, Roles roles, JdbcClient jdbc) {
		this.staff = staff;
		this.activate = activate;
		this.grants = grants;
		this.roles = roles;
		this.jdbc = jdbc;
	}

	/** Somebody of the staff. */
	public record Person(UUID id, String loginName, Place place) {

	}

	/** A doctor whom the last synchronisation brought. */
	public Person doctor(Place place) {
		String loginName = "d" + UUID.randomUUID().toString().substring(0, 12);
		knows(place);
		StaffMember member = new StaffMember("his-" + loginName, loginName, "李" + loginName.substring(1, 4), "1",
				"13800000001", place.id(), StaffType.DOCTOR, "主治医师", "03", "内科", true);
		SyncedUser user = new SyncedUser(UuidV7.next(), Hospital.address(), member);
		this.staff.add(List.of(user));
		return new Person(user.id(), loginName, place);
	}

	/** A doctor with a password. */
	public Person activated(Place place) {
		Person person = doctor(place);
		Caller everybody = new Caller("test", Caller.Kind.CLIENT, null, null, true,
				List.of(new Grant("TEST", ScopeType.ALL, null, Set.of("user:write"))));
		String code = this.activate.open(everybody, person.id()).code();
		this.activate.redeem(person.loginName(), code, PASSWORD, Addresses.another());
		return person;
	}

	public void disable(Person person) {
		this.jdbc.sql("update users set active = false where id = :id").param("id", person.id()).update();
	}

	public void grant(Person person, String role, ScopeType scope, @Nullable String scopeId) {
		Set<HeldRole> held = new HashSet<>(this.grants.of(new Holder.User(person.id())));
		held.add(new HeldRole(this.roles.withCodes(List.of(role)).getFirst(), scope, scopeId));
		this.grants.replace(new Holder.User(person.id()), held, "test");
	}

	/** The service has heard of this organization. */
	private void knows(Place place) {
		this.jdbc.sql("""
				insert into organization (id, institution_code, name, region_code, consortium_id, active, refreshed_at)
				values (:id, :code, :code, :region, :consortium, true, now()) on conflict do nothing""")
			.param("id", place.id())
			.param("code", place.institutionCode())
			.param("region", place.regionCode())
			.param("consortium", place.consortiumId())
			.update();
	}

}

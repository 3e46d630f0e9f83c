package cn.yigongti.iam.me;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import cn.yigongti.iam.client.MachineClient;
import cn.yigongti.iam.client.MachineClients;
import cn.yigongti.iam.directory.Consortium;
import cn.yigongti.iam.directory.Directory;
import cn.yigongti.iam.me.Me.Machine;
import cn.yigongti.iam.me.Me.Person;
import cn.yigongti.iam.me.Me.Place;
import cn.yigongti.iam.me.Me.RoleInScope;
import cn.yigongti.iam.role.Menu;
import cn.yigongti.iam.role.NamedMenu;
import cn.yigongti.iam.role.Role;
import cn.yigongti.iam.role.Roles;
import cn.yigongti.iam.role.Wording;
import cn.yigongti.iam.user.Users;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.caller.Grant;
import cn.yigongti.platform.masking.Masking;
import cn.yigongti.platform.remote.DependencyUnavailable;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

/**
 * Tells callers who they are. What they may is what their token says, since that is what
 * every service goes by.
 */
@Service
public class WhoAmI {

	private final Users users;

	private final MachineClients clients;

	private final Roles roles;

	private final Directory directory;

	private final Wording wording;

	WhoAmI(Users users, MachineClients clients, Roles roles, Directory directory, Wording wording) {
		this.users = users;
		this.clients = clients;
		this.roles = roles;
		this.directory = directory;
		this.wording = wording;
	}

	public Me of(Caller caller) {
		Map<String, Role> roles = this.roles.withCodes(caller.grants().stream().map(Grant::role).toList())
			.stream()
			.collect(Collectors.toMap(Role::code, (role) -> role));
		Set<String> permissions = caller.permissions();
		return new Me(caller.kind(), caller.isUser() ? person(caller.userId()) : null,
				caller.isUser() ? null : machine(caller.subject()), organization(caller.organizationId()),
				consortium(caller.consortiumId()), held(caller, roles), permissions.stream().sorted().toList(),
				menus(roles, permissions));
	}

	private @Nullable Person person(UUID id) {
		return this.users.find(id)
			.map((user) -> new Person(user.id(), user.loginName(), user.name(), user.title(),
					Masking.phoneOrNull(user.mobile())))
			.orElse(null);
	}

	private Machine machine(String clientId) {
		return new Machine(clientId, this.clients.withClientId(clientId).map(MachineClient::name).orElse(null));
	}

	private @Nullable Place organization(@Nullable UUID id) {
		return (id != null) ? this.directory.organization(id)
			.map((organization) -> new Place(id, organization.name()))
			.orElseGet(() -> new Place(id, null)) : null;
	}

	private @Nullable Place consortium(@Nullable UUID id) {
		if (id == null) {
			return null;
		}
		try {
			return new Place(id, this.directory.consortium(id).map(Consortium::name).orElse(null));
		}
		catch (DependencyUnavailable ex) {
			return new Place(id, null);
		}
	}

	private List<RoleInScope> held(Caller caller, Map<String, Role> roles) {
		return caller.grants()
			.stream()
			.map((grant) -> new RoleInScope(grant.role(),
					Optional.ofNullable(roles.get(grant.role())).map(this.wording::ofRole).orElse(grant.role()),
					grant.scope(), grant.scopeId()))
			.toList();
	}

	private List<NamedMenu> menus(Map<String, Role> roles, Set<String> permissions) {
		Set<String> shown = roles.values()
			.stream()
			.flatMap((role) -> role.menus().stream())
			.collect(Collectors.toSet());
		return this.wording.of(Menu.tree(shown, permissions));
	}

}

package cn.yigongti.iam.role;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

import cn.yigongti.iam.permission.PermissionCatalogue;
import cn.yigongti.platform.audit.AuditTrail;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.problem.InvalidInput;
import cn.yigongti.platform.problem.NotFound;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes, changes and deletes roles, without letting anybody gain by it. */
@Service
public class KeepRoles {

	private final Roles roles;

	private final PermissionCatalogue catalogue;

	private final AuditTrail audit;

	KeepRoles(Roles roles, PermissionCatalogue catalogue, AuditTrail audit) {
		this.roles = roles;
		this.catalogue = catalogue;
		this.audit = audit;
	}

	@Transactional
	public Role create(Caller caller, RoleDefinition definition) {
		definition.verify(this.catalogue.notOffered(definition.permissions()));
		definition.verifyWithin(caller);
		Role role = this.roles.add(definition);
		this.audit.record(caller, "role:create", "role", role.id().toString(), null);
		return role;
	}

	/**
	 * Replaces a role; {@code unchanged} is shown the version that is about to be
	 * replaced and may refuse. What it holds already it may keep, also when that was
	 * withdrawn.
	 */
	@Transactional
	public Role change(Caller caller, UUID id, Consumer<Role> unchanged, RoleDefinition definition) {
		Role role = changeable(caller, id);
		unchanged.accept(role);
		if (!role.code().equals(definition.code())) {
			throw new InvalidInput("/code", "fixed");
		}
		Set<String> added = new HashSet<>(definition.permissions());
		added.removeAll(role.permissions());
		definition.verify(this.catalogue.notOffered(added));
		definition.verifyWithin(caller);
		this.audit.record(caller, "role:change", "role", id.toString(), null);
		return this.roles.replace(role, definition);
	}

	@Transactional
	public void delete(Caller caller, UUID id) {
		this.roles.remove(changeable(caller, id));
		this.audit.record(caller, "role:delete", "role", id.toString(), null);
	}

	private Role changeable(Caller caller, UUID id) {
		Role role = this.roles.lock(id).orElseThrow(() -> new NotFound("role", id));
		if (role.builtIn()) {
			throw new RoleBuiltIn(role.code());
		}
		if (caller.grants().stream().anyMatch((grant) -> grant.role().equals(role.code()))) {
			throw new OwnRole(role.code());
		}
		role.definition().verifyWithin(caller);
		return role;
	}

}

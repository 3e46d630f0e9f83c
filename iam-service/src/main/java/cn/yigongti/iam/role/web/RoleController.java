package cn.yigongti.iam.role.web;

import java.net.URI;
import java.util.Map;
import java.util.UUID;

import cn.yigongti.iam.role.KeepRoles;
import cn.yigongti.iam.role.Role;
import cn.yigongti.iam.role.RoleFilter;
import cn.yigongti.iam.role.Roles;
import cn.yigongti.iam.role.Wording;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.caller.RequiresPermission;
import cn.yigongti.platform.paging.Page;
import cn.yigongti.platform.paging.Paging;
import cn.yigongti.platform.paging.Sorting;
import cn.yigongti.platform.problem.NotFound;
import cn.yigongti.platform.version.ETags;
import cn.yigongti.platform.version.ExpectedVersion;
import jakarta.validation.Valid;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/roles")
class RoleController {

	private final Roles roles;

	private final KeepRoles keepRoles;

	private final Wording wording;

	RoleController(Roles roles, KeepRoles keepRoles, Wording wording) {
		this.roles = roles;
		this.keepRoles = keepRoles;
		this.wording = wording;
	}

	@GetMapping
	@RequiresPermission("role:read")
	Page<RoleResponse> list(@ParameterObject @Valid RoleFilter filter,
			@Sorting(fields = { "code", "createdAt" }, byDefault = "code") Paging paging) {
		Page<Role> page = this.roles.page(filter, paging);
		Map<UUID, Integer> holders = this.roles.holders(page.items().stream().map(Role::id).toList());
		return page.map((role) -> response(role).heldBy(holders.getOrDefault(role.id(), 0)));
	}

	@GetMapping("/{id}")
	@RequiresPermission("role:read")
	ResponseEntity<RoleResponse> read(@PathVariable UUID id) {
		return answer(this.roles.find(id).orElseThrow(() -> new NotFound("role", id)));
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	@RequiresPermission("role:write")
	ResponseEntity<RoleResponse> create(Caller caller, @Valid @RequestBody RoleRequest request) {
		Role role = this.keepRoles.create(caller, request.definition());
		return ResponseEntity.created(URI.create("/api/v1/roles/" + role.id()))
			.eTag(ETags.of(role.version()))
			.body(response(role));
	}

	@PutMapping("/{id}")
	@RequiresPermission("role:write")
	ResponseEntity<RoleResponse> change(Caller caller, @PathVariable UUID id, ExpectedVersion expected,
			@Valid @RequestBody RoleRequest request) {
		return answer(
				this.keepRoles.change(caller, id, (role) -> expected.verify(role.version()), request.definition()));
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@RequiresPermission("role:write")
	ResponseEntity<Void> delete(Caller caller, @PathVariable UUID id) {
		this.keepRoles.delete(caller, id);
		return ResponseEntity.noContent().build();
	}

	private ResponseEntity<RoleResponse> answer(Role role) {
		return ResponseEntity.ok().eTag(ETags.of(role.version())).body(response(role));
	}

	private RoleResponse response(Role role) {
		return RoleResponse.of(role, this.wording.ofRole(role));
	}

}

package cn.yigongti.iam.user.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import cn.yigongti.iam.grant.Assignment;
import cn.yigongti.iam.grant.Grants;
import cn.yigongti.iam.grant.HeldRole;
import cn.yigongti.iam.grant.Holder;
import cn.yigongti.iam.user.AdministerUsers;
import cn.yigongti.iam.user.User;
import cn.yigongti.iam.user.UserFilter;
import cn.yigongti.iam.user.Users;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.caller.RequiresPermission;
import cn.yigongti.platform.paging.Page;
import cn.yigongti.platform.paging.Paging;
import cn.yigongti.platform.paging.Sorting;
import cn.yigongti.platform.version.ETags;
import cn.yigongti.platform.version.ExpectedVersion;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/users")
class UserController {

	private final Users users;

	private final Grants grants;

	private final AdministerUsers administer;

	UserController(Users users, Grants grants, AdministerUsers administer) {
		this.users = users;
		this.grants = grants;
		this.administer = administer;
	}

	@GetMapping
	@RequiresPermission("user:read")
	Page<UserResponse> list(Caller caller, @ParameterObject UserFilter filter,
			@Sorting(fields = { "loginName", "createdAt" }, byDefault = "loginName") Paging paging) {
		Page<User> page = this.users.page(filter, caller.scopeOf("user:read"), paging);
		List<UUID> ids = page.items().stream().map(User::id).toList();
		Map<UUID, List<HeldRole>> held = this.grants.ofUsers(ids);
		return page.map((user) -> UserResponse.of(user, held.getOrDefault(user.id(), List.of())));
	}

	@GetMapping("/{id}")
	@RequiresPermission("user:read")
	ResponseEntity<UserResponse> read(Caller caller, @PathVariable UUID id) {
		return answer(this.users.get(id, caller.scopeOf("user:read")));
	}

	/** Gives the user exactly these roles. */
	@PutMapping("/{id}/grants")
	@RequiresPermission("grant:write")
	ResponseEntity<UserResponse> grant(Caller caller, @PathVariable UUID id, ExpectedVersion expected,
			@RequestBody @Size(max = 50) List<@NotNull @Valid Assignment> assignments) {
		return answer(
				this.administer.replaceGrants(caller, id, (user) -> expected.verify(user.shownVersion()), assignments));
	}

	/** Ends the lock after failed sign-ins. */
	@PostMapping("/{id}/unlock")
	@RequiresPermission("user:write")
	ResponseEntity<UserResponse> unlock(Caller caller, @PathVariable UUID id) {
		return answer(this.administer.unlock(caller, id));
	}

	private ResponseEntity<UserResponse> answer(User user) {
		return ResponseEntity.ok()
			.eTag(ETags.of(user.shownVersion()))
			.body(UserResponse.of(user, this.grants.of(new Holder.User(user.id()))));
	}

}

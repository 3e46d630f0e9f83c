package cn.yigongti.iam.user.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import cn.yigongti.iam.grant.Grants;
import cn.yigongti.iam.grant.HeldRole;
import cn.yigongti.iam.user.User;
import cn.yigongti.iam.user.Users;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.caller.RequiresPermission;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Looks users up by what has no place in a URL. */
@RestController
@RequestMapping("/api/v1/users/lookups")
class UserLookupController {

	private static final int MOST = 100;

	private final Users users;

	private final Grants grants;

	UserLookupController(Users users, Grants grants) {
		this.users = users;
		this.grants = grants;
	}

	/** What the users who are looked for have. */
	record LookupRequest(@NotNull @Pattern(regexp = "1\\d{10}", message = "{field.mobile}") String mobile) {

		/** Never a number: it may end up in a log. */
		@Override
		public String toString() {
			return "mobile";
		}

	}

	/** Who has it, in the order of login names. */
	record LookupResponse(List<UserResponse> items) {

	}

	@PostMapping
	@RequiresPermission("user:read")
	@Operation(summary = "Users with this mobile number", description = "The whole number; 100 users at most.")
	LookupResponse lookUp(Caller caller, @Valid @RequestBody LookupRequest request) {
		List<User> found = this.users.withMobile(request.mobile(), caller.scopeOf("user:read"), MOST);
		Map<UUID, List<HeldRole>> held = this.grants.ofUsers(found.stream().map(User::id).toList());
		return new LookupResponse(
				found.stream().map((user) -> UserResponse.of(user, held.getOrDefault(user.id(), List.of()))).toList());
	}

}

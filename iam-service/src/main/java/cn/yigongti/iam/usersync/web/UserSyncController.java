package cn.yigongti.iam.usersync.web;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import cn.yigongti.iam.usersync.RequestUserSync;
import cn.yigongti.iam.usersync.RowFailure;
import cn.yigongti.iam.usersync.SyncCounts;
import cn.yigongti.iam.usersync.UserSync;
import cn.yigongti.iam.usersync.UserSyncs;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.caller.RequiresPermission;
import cn.yigongti.platform.problem.FieldProblem;
import cn.yigongti.platform.problem.Problems;
import cn.yigongti.platform.version.ETags;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/user-syncs")
class UserSyncController {

	private final RequestUserSync request;

	private final UserSyncs syncs;

	private final Problems problems;

	private final MessageSource messages;

	UserSyncController(RequestUserSync request, UserSyncs syncs, Problems problems, MessageSource messages) {
		this.request = request;
		this.syncs = syncs;
		this.problems = problems;
		this.messages = messages;
	}

	/** Begins to pull the users from the Cloud HIS. */
	@PostMapping
	@ResponseStatus(HttpStatus.ACCEPTED)
	@RequiresPermission("user-sync:write")
	ResponseEntity<UserSyncResponse> begin(Caller caller, @RequestBody UserSyncRequest body) {
		UserSync sync = this.request.begin(caller, body.organizationId(), Boolean.TRUE.equals(body.dryRun()));
		return ResponseEntity.accepted()
			.location(URI.create("/api/v1/user-syncs/" + sync.id()))
			.body(response(sync, List.of()));
	}

	@GetMapping("/{id}")
	@RequiresPermission("user-sync:read")
	ResponseEntity<UserSyncResponse> read(Caller caller, @PathVariable UUID id) {
		UserSync sync = this.syncs.get(id, caller);
		return ResponseEntity.ok().eTag(ETags.of(sync.version())).body(response(sync, this.syncs.failuresOf(id)));
	}

	private UserSyncResponse response(UserSync sync, List<RowFailure> failures) {
		SyncCounts counts = sync.counts();
		return new UserSyncResponse(sync.id(), sync.organizationId(), sync.dryRun(), sync.state(), sync.reason(),
				text(sync.reason()), counts.fetched(), counts.created(), counts.updated(), counts.deactivated(),
				counts.unchanged(), counts.failed(), failures.stream().map(this::failure).toList(), sync.startedAt(),
				sync.finishedAt());
	}

	private UserSyncResponse.Failure failure(RowFailure failure) {
		String detail = this.problems.textOf(new FieldProblem(failure.field(), failure.code()));
		return new UserSyncResponse.Failure(failure.rowNumber(), failure.hisUserId(), failure.loginName(),
				failure.orgCode(), failure.field(), failure.code(), detail);
	}

	private @Nullable String text(@Nullable String reason) {
		return (reason != null)
				? this.messages.getMessage("sync." + reason, null, reason, LocaleContextHolder.getLocale()) : null;
	}

}

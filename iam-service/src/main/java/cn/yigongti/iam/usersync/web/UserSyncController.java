package cn.yigongti.iam.usersync.web;

import java.net.URI;
import java.util.UUID;

import cn.yigongti.iam.usersync.RequestUserSync;
import cn.yigongti.iam.usersync.RowFailure;
import cn.yigongti.iam.usersync.SourceProgress;
import cn.yigongti.iam.usersync.SyncCounts;
import cn.yigongti.iam.usersync.UserSync;
import cn.yigongti.iam.usersync.UserSyncFilter;
import cn.yigongti.iam.usersync.UserSyncs;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.caller.RequiresPermission;
import cn.yigongti.platform.paging.Page;
import cn.yigongti.platform.paging.Paging;
import cn.yigongti.platform.paging.Sorting;
import cn.yigongti.platform.problem.FieldProblem;
import cn.yigongti.platform.problem.Problems;
import cn.yigongti.platform.version.ETags;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;

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

	private static final String READ = "user-sync:read";

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
		UserSync sync = this.request.begin(caller, body.options());
		return ResponseEntity.accepted().location(URI.create("/api/v1/user-syncs/" + sync.id())).body(response(sync));
	}

	@GetMapping
	@RequiresPermission(READ)
	Page<UserSyncResponse> list(Caller caller, @ParameterObject UserSyncFilter filter,
			@Sorting(fields = "startedAt", byDefault = "-startedAt") Paging paging) {
		return this.syncs.page(filter, caller, paging).map(this::response);
	}

	@GetMapping("/{id}")
	@RequiresPermission(READ)
	ResponseEntity<UserSyncResponse> read(Caller caller, @PathVariable UUID id) {
		return answer(this.syncs.get(id, caller, READ));
	}

	/** The rows that could not be taken over, and why. */
	@GetMapping("/{id}/failures")
	@RequiresPermission(READ)
	Page<RowFailureResponse> failures(Caller caller, @PathVariable UUID id,
			@Sorting(fields = "row", byDefault = "row") Paging paging) {
		return this.syncs.failuresOf(this.syncs.get(id, caller, READ).id(), paging).map(this::failure);
	}

	/** Ends a run where it is; what it has taken over stays. */
	@PostMapping("/{id}/cancellation")
	@RequiresPermission("user-sync:write")
	@ApiResponse(responseCode = "200")
	@ApiResponse(responseCode = "409", description = "user-sync-ended")
	ResponseEntity<UserSyncResponse> cancel(Caller caller, @PathVariable UUID id) {
		return answer(this.request.cancel(caller, id));
	}

	private ResponseEntity<UserSyncResponse> answer(UserSync sync) {
		return ResponseEntity.ok().eTag(ETags.of(sync.version())).body(response(sync));
	}

	private UserSyncResponse response(UserSync sync) {
		SyncCounts counts = sync.counts();
		return new UserSyncResponse(sync.id(), sync.options().organizationId(), sync.options().dryRun(),
				sync.options().full(), sync.state(), sync.reason(), text(sync.reason()), counts.fetched(),
				counts.created(), counts.updated(), counts.deactivated(), counts.vanished(), counts.unchanged(),
				counts.failed(), sync.sources().stream().map(this::source).toList(), sync.startedAt(),
				sync.finishedAt());
	}

	private UserSyncResponse.Source source(SourceProgress source) {
		SyncCounts counts = source.counts();
		return new UserSyncResponse.Source(source.source(), source.state(), source.reason(), text(source.reason()),
				counts.fetched(), counts.created(), counts.updated(), counts.deactivated(), counts.vanished(),
				counts.unchanged(), counts.failed());
	}

	private RowFailureResponse failure(RowFailure failure) {
		String detail = this.problems.textOf(new FieldProblem(failure.field(), failure.code()));
		return new RowFailureResponse(failure.source(), failure.rowNumber(), failure.hisUserId(), failure.loginName(),
				failure.orgCode(), failure.field(), failure.code(), detail);
	}

	private @Nullable String text(@Nullable String reason) {
		return (reason != null)
				? this.messages.getMessage("sync." + reason, null, reason, LocaleContextHolder.getLocale()) : null;
	}

}

package cn.yigongti.org.consortium.web;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import cn.yigongti.org.calendar.CalendarDate;
import cn.yigongti.org.calendar.Today;
import cn.yigongti.org.consortium.JoinConsortium;
import cn.yigongti.org.consortium.LeaveConsortium;
import cn.yigongti.org.consortium.Member;
import cn.yigongti.org.consortium.Members;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.caller.RequiresPermission;
import cn.yigongti.platform.paging.Page;
import cn.yigongti.platform.paging.Paging;
import cn.yigongti.platform.paging.Sorting;
import cn.yigongti.platform.problem.NotFound;
import cn.yigongti.platform.version.ETags;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/consortia/{id}/members")
@Tag(name = "Consortia", description = "医共体")
class MemberController {

	private final Members members;

	private final JoinConsortium joining;

	private final LeaveConsortium leaving;

	private final Today today;

	MemberController(Members members, JoinConsortium joining, LeaveConsortium leaving, Today today) {
		this.members = members;
		this.joining = joining;
		this.leaving = leaving;
		this.today = today;
	}

	@GetMapping
	@RequiresPermission("consortium:read")
	@Operation(summary = "List the members of a consortium (医共体成员), as of a date if one is given")
	Page<Member> list(Caller caller, @PathVariable UUID id,
			@RequestParam(required = false) @CalendarDate @DateTimeFormat(
					iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate asOf,
			@Sorting(fields = { "regionCode", "name", "joinedOn" }, byDefault = "regionCode") Paging paging) {
		return this.members.list(caller, id, asOf, paging);
	}

	@GetMapping("/{organizationId}")
	@RequiresPermission("consortium:read")
	@Operation(summary = "Read one membership (查看成员)")
	ResponseEntity<Member> read(Caller caller, @PathVariable UUID id, @PathVariable UUID organizationId, @RequestParam(
			required = false) @CalendarDate @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate asOf) {
		Member member = this.members.find(caller, id, organizationId, asOf)
			.orElseThrow(() -> new NotFound("member", organizationId));
		return ResponseEntity.ok().eTag(ETags.of(member.tag())).body(member);
	}

	@PostMapping
	@RequiresPermission("consortium:write")
	@Operation(summary = "Take one organization or many into a consortium (加入医共体); all of them or none")
	@ApiResponse(responseCode = "201",
			content = @Content(schema = @Schema(oneOf = { Member.class, JoinedResponse.class })))
	@ApiResponse(responseCode = "409", description = "already-member")
	@ApiResponse(responseCode = "422", description = "invalid")
	ResponseEntity<Object> join(Caller caller, @PathVariable UUID id, @RequestBody @Valid JoinRequest request) {
		String location = "/api/v1/consortia/" + id + "/members";
		List<UUID> many = request.many();
		if (many != null) {
			return ResponseEntity.created(URI.create(location))
				.body(new JoinedResponse(this.joining.joinAll(caller, id, many, request.joinedOn())));
		}
		UUID one = Objects.requireNonNull(request.organizationId());
		return ResponseEntity.created(URI.create(location + "/" + one))
			.body(this.joining.join(caller, id, one, request.joinedOn()));
	}

	@DeleteMapping("/{organizationId}")
	@RequiresPermission("consortium:write")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Let a member leave on a date, today unless one is given (退出医共体)")
	@ApiResponse(responseCode = "204")
	@ApiResponse(responseCode = "409", description = "lead-cannot-leave")
	void leave(Caller caller, @PathVariable UUID id, @PathVariable UUID organizationId, @RequestParam(
			required = false) @CalendarDate @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate leftOn) {
		this.leaving.leave(caller, id, organizationId, this.today.or(leftOn));
	}

}

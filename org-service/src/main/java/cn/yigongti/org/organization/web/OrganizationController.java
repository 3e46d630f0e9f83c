package cn.yigongti.org.organization.web;

import java.net.URI;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.UUID;

import cn.yigongti.org.calendar.CalendarDate;
import cn.yigongti.org.organization.CloseOrganization;
import cn.yigongti.org.organization.OrganizationDraft;
import cn.yigongti.org.organization.OrganizationFilter;
import cn.yigongti.org.organization.Register;
import cn.yigongti.org.organization.RegisterOfToday;
import cn.yigongti.org.organization.RegisterOrganization;
import cn.yigongti.org.organization.RegisteredOrganization;
import cn.yigongti.org.organization.ReviseOrganization;
import cn.yigongti.org.organization.ReviseOrganization.Revision;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.caller.RequiresPermission;
import cn.yigongti.platform.paging.Page;
import cn.yigongti.platform.paging.Paging;
import cn.yigongti.platform.paging.Sorting;
import cn.yigongti.platform.problem.NotFound;
import cn.yigongti.platform.version.ETags;
import cn.yigongti.platform.version.ExpectedVersion;
import cn.yigongti.platform.version.MergePatch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/organizations")
@Tag(name = "Organizations", description = "机构")
class OrganizationController {

	private static final String DATED = """
			Name, short name, type, tier, grade, division and parent apply from the day `from` on, which may lie \
			ahead and is today if not given; all else applies at once. The answer is the organization of today. A \
			closing date that is set or brought forward is refused while other services have work under way for the \
			organization (`open-work`) or can't be asked (`dependency-unavailable`); see `closure`, which can be forced.""";

	private static final String CLOSING = """
			Refused while other services have work under way for the organization today, also for a date that lies \
			ahead: the problem `open-work` tells in `openWork` how much each has, `asSource` (the organization asked \
			others) and `asTarget` (others asked it). With `force` it closes all the same, which is recorded together \
			with the numbers. A service that can't be asked means "not now", with `force` too: 503 with `Retry-After`.""";

	private final Register register;

	private final RegisterOfToday today;

	private final RegisterOrganization registration;

	private final ReviseOrganization revision;

	private final CloseOrganization closure;

	OrganizationController(Register register, RegisterOfToday today, RegisterOrganization registration,
			ReviseOrganization revision, CloseOrganization closure) {
		this.register = register;
		this.today = today;
		this.registration = registration;
		this.revision = revision;
		this.closure = closure;
	}

	@GetMapping
	@RequiresPermission("organization:read")
	@Operation(summary = "List organizations (机构)")
	Page<OrganizationResponse> list(Caller caller, @ParameterObject @Valid OrganizationFilter filter,
			@Sorting(fields = { "regionCode", "name", "openedOn" }, byDefault = "regionCode") Paging paging) {
		return this.register.list(caller, filter, paging).map(OrganizationResponse::of);
	}

	@PostMapping
	@RequiresPermission("organization:write")
	@Operation(summary = "Register an organization (登记机构)")
	@ApiResponse(responseCode = "201")
	@ApiResponse(responseCode = "409", description = "duplicate-code")
	@ApiResponse(responseCode = "422", description = "invalid")
	ResponseEntity<OrganizationResponse> register(Caller caller, @RequestBody @Valid OrganizationDraft draft) {
		RegisteredOrganization organization = this.registration.register(caller, draft.particulars(), draft.closedOn());
		return ResponseEntity.created(URI.create("/api/v1/organizations/" + organization.id()))
			.eTag(ETags.of(organization.tag()))
			.body(OrganizationResponse.of(organization));
	}

	@GetMapping("/{id}")
	@RequiresPermission("organization:read")
	@Operation(summary = "Read an organization (查看机构), as of a date if one is given")
	ResponseEntity<OrganizationResponse> read(Caller caller, @PathVariable UUID id, @RequestParam(
			required = false) @CalendarDate @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate asOf) {
		Optional<RegisteredOrganization> organization = (asOf != null) ? this.register.find(caller, id, asOf)
				: this.today.find(caller, id);
		return answer(organization.orElseThrow(() -> new NotFound("organization", id)));
	}

	@PutMapping("/{id}")
	@RequiresPermission("organization:write")
	@Operation(summary = "Replace an organization (修改机构)", description = DATED)
	@ApiResponse(responseCode = "200")
	@ApiResponse(responseCode = "409",
			description = "duplicate-code, later-change, has-open-children, leads-consortium, bound-to-county or open-work")
	@ApiResponse(responseCode = "412", description = "stale-version")
	@ApiResponse(responseCode = "503", description = "dependency-unavailable")
	ResponseEntity<OrganizationResponse> replace(Caller caller, @PathVariable UUID id, ExpectedVersion expected,
			@RequestParam(required = false) @CalendarDate @DateTimeFormat(
					iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
			@RequestBody @Valid OrganizationDraft draft) {
		return answer(this.revision.revise(caller, id, expected, from, (then) -> revisionOf(draft)));
	}

	@PatchMapping(path = "/{id}", consumes = { "application/merge-patch+json", "application/json" })
	@RequiresPermission("organization:write")
	@Operation(summary = "Change parts of an organization (部分修改机构)", description = DATED)
	@ApiResponse(responseCode = "200")
	@ApiResponse(responseCode = "409",
			description = "duplicate-code, later-change, has-open-children, leads-consortium, bound-to-county or open-work")
	@ApiResponse(responseCode = "412", description = "stale-version")
	@ApiResponse(responseCode = "503", description = "dependency-unavailable")
	ResponseEntity<OrganizationResponse> change(Caller caller, @PathVariable UUID id, ExpectedVersion expected,
			@RequestParam(required = false) @CalendarDate @DateTimeFormat(
					iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
			MergePatch patch) {
		return answer(this.revision.revise(caller, id, expected, from,
				(then) -> revisionOf(patch.applyTo(OrganizationDraft.of(then), OrganizationDraft.class))));
	}

	@PostMapping("/{id}/closure")
	@RequiresPermission("organization:write")
	@Operation(summary = "Close an organization on a date (机构关停)", description = CLOSING)
	@ApiResponse(responseCode = "200")
	@ApiResponse(responseCode = "409", description = "already-closed, has-open-children, leads-consortium or open-work")
	@ApiResponse(responseCode = "503", description = "dependency-unavailable")
	ResponseEntity<OrganizationResponse> close(Caller caller, @PathVariable UUID id,
			@RequestBody @Valid ClosureRequest request) {
		return answer(this.closure.close(caller, id, request.closure()));
	}

	@PostMapping("/lookups")
	@RequiresPermission("organization:read")
	@Operation(summary = "Look up many organizations by id (批量查询机构)")
	LookupResponse lookUp(Caller caller, @RequestBody @Valid LookupRequest request) {
		return new LookupResponse(this.today.lookUp(caller, new HashSet<>(request.ids()))
			.stream()
			.map(OrganizationResponse::of)
			.toList());
	}

	private static Revision revisionOf(OrganizationDraft draft) {
		return new Revision(draft.particulars(), draft.closedOn());
	}

	private static ResponseEntity<OrganizationResponse> answer(RegisteredOrganization organization) {
		return ResponseEntity.ok().eTag(ETags.of(organization.tag())).body(OrganizationResponse.of(organization));
	}

}

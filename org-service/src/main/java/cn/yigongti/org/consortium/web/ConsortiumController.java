package cn.yigongti.org.consortium.web;

import java.net.URI;
import java.time.LocalDate;
import java.util.UUID;

import cn.yigongti.org.calendar.CalendarDate;
import cn.yigongti.org.consortium.ConsortiumFilter;
import cn.yigongti.org.consortium.ConsortiumRegister;
import cn.yigongti.org.consortium.EstablishConsortium;
import cn.yigongti.org.consortium.RegisteredConsortium;
import cn.yigongti.org.consortium.ReviseConsortium;
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
@RequestMapping("/api/v1/consortia")
@Tag(name = "Consortia", description = "医共体")
class ConsortiumController {

	private final ConsortiumRegister register;

	private final EstablishConsortium establishment;

	private final ReviseConsortium revision;

	ConsortiumController(ConsortiumRegister register, EstablishConsortium establishment, ReviseConsortium revision) {
		this.register = register;
		this.establishment = establishment;
		this.revision = revision;
	}

	@GetMapping
	@RequiresPermission("consortium:read")
	@Operation(summary = "List consortia (医共体)")
	Page<ConsortiumResponse> list(Caller caller, @ParameterObject @Valid ConsortiumFilter filter,
			@Sorting(fields = { "regionCode", "name", "establishedOn" }, byDefault = "regionCode") Paging paging) {
		return this.register.list(caller, filter, paging).map(ConsortiumResponse::of);
	}

	@PostMapping
	@RequiresPermission("consortium:write")
	@Operation(summary = "Establish a consortium (成立医共体); its lead becomes its first member")
	@ApiResponse(responseCode = "201")
	@ApiResponse(responseCode = "409", description = "already-member")
	@ApiResponse(responseCode = "422", description = "invalid")
	ResponseEntity<ConsortiumResponse> establish(Caller caller, @RequestBody @Valid ConsortiumRequest request) {
		RegisteredConsortium consortium = this.establishment.establish(caller, request.charter());
		return ResponseEntity.created(URI.create("/api/v1/consortia/" + consortium.id()))
			.eTag(ETags.of(consortium.tag()))
			.body(ConsortiumResponse.of(consortium));
	}

	@GetMapping("/{id}")
	@RequiresPermission("consortium:read")
	@Operation(summary = "Read a consortium (查看医共体), as of a date if one is given")
	ResponseEntity<ConsortiumResponse> read(Caller caller, @PathVariable UUID id, @RequestParam(
			required = false) @CalendarDate @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate asOf) {
		return answer(this.register.find(caller, id, asOf).orElseThrow(() -> new NotFound("consortium", id)));
	}

	@PutMapping("/{id}")
	@RequiresPermission("consortium:write")
	@Operation(summary = "Change name and terms of a consortium (修改医共体)")
	@ApiResponse(responseCode = "200")
	@ApiResponse(responseCode = "412", description = "stale-version")
	@ApiResponse(responseCode = "422", description = "invalid: county, lead and first day can't change here")
	ResponseEntity<ConsortiumResponse> replace(Caller caller, @PathVariable UUID id, ExpectedVersion expected,
			@RequestBody @Valid ConsortiumRequest request) {
		return answer(this.revision.revise(caller, id, expected, request::termsFor));
	}

	@PatchMapping(path = "/{id}", consumes = { "application/merge-patch+json", "application/json" })
	@RequiresPermission("consortium:write")
	@Operation(summary = "Change parts of a consortium (部分修改医共体)")
	@ApiResponse(responseCode = "200")
	@ApiResponse(responseCode = "412", description = "stale-version")
	ResponseEntity<ConsortiumResponse> change(Caller caller, @PathVariable UUID id, ExpectedVersion expected,
			MergePatch patch) {
		return answer(this.revision.revise(caller, id, expected,
				(current) -> patch.applyTo(ConsortiumRequest.of(current), ConsortiumRequest.class).termsFor(current)));
	}

	@PutMapping("/{id}/lead")
	@RequiresPermission("consortium:write")
	@Operation(summary = "Let another member lead from a date on (变更牵头医院)")
	@ApiResponse(responseCode = "200")
	@ApiResponse(responseCode = "412", description = "stale-version")
	@ApiResponse(responseCode = "422", description = "invalid")
	ResponseEntity<ConsortiumResponse> changeLead(Caller caller, @PathVariable UUID id, ExpectedVersion expected,
			@RequestBody @Valid LeadRequest request) {
		return answer(this.revision.changeLead(caller, id, expected, request.organizationId(), request.from()));
	}

	private static ResponseEntity<ConsortiumResponse> answer(RegisteredConsortium consortium) {
		return ResponseEntity.ok().eTag(ETags.of(consortium.tag())).body(ConsortiumResponse.of(consortium));
	}

}

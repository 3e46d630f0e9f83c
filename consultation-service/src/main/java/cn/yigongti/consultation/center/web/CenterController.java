package cn.yigongti.consultation.center.web;

import java.net.URI;
import java.util.UUID;

import cn.yigongti.consultation.center.CenterFilter;
import cn.yigongti.consultation.center.CenterList;
import cn.yigongti.consultation.center.ConsultationCenter;
import cn.yigongti.consultation.center.MaintainCenters;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.caller.RequiresPermission;
import cn.yigongti.platform.paging.Page;
import cn.yigongti.platform.paging.Paging;
import cn.yigongti.platform.paging.Sorting;
import cn.yigongti.platform.problem.NotFound;
import cn.yigongti.platform.version.ETags;
import cn.yigongti.platform.version.ExpectedVersion;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
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
@RequestMapping("/api/v1/consultation-centers")
@Tag(name = "Consultation centres", description = "会诊中心: who reports for others")
class CenterController {

	private static final String READ = "consultation-center:read";

	private static final String WRITE = "consultation-center:write";

	private final CenterList list;

	private final MaintainCenters centers;

	CenterController(CenterList list, MaintainCenters centers) {
		this.list = list;
		this.centers = centers;
	}

	@GetMapping
	@RequiresPermission(READ)
	@Operation(summary = "Centres (会诊中心) in the caller's scope, and those that somebody in it may apply to")
	Page<CenterResponse> list(Caller caller, @ParameterObject CenterFilter filter,
			@Sorting(fields = "createdAt", byDefault = "-createdAt") Paging paging) {
		return this.list.page(filter, caller.scopeOf(READ), paging).map(CenterResponse::of);
	}

	@GetMapping("/{id}")
	@RequiresPermission(READ)
	@Operation(summary = "One centre")
	ResponseEntity<CenterResponse> one(Caller caller, @PathVariable UUID id) {
		return ok(this.list.find(id, caller.scopeOf(READ)).orElseThrow(() -> new NotFound("consultation centre", id)));
	}

	@PostMapping
	@RequiresPermission(WRITE)
	@Operation(summary = "Make an organization a centre",
			description = "It must be an active member of the consortium and in the caller's scope, and its reporting "
					+ "doctors active there now, as its HIS says. A consortium has two active centres at most.")
	@ApiResponse(responseCode = "201", description = "Made")
	@ApiResponse(responseCode = "409", description = "centre-limit, center-exists")
	@ApiResponse(responseCode = "422", description = "invalid")
	ResponseEntity<CenterResponse> make(Caller caller, @Valid @RequestBody CenterRequest request) {
		ConsultationCenter made = this.centers.make(caller, request.draft());
		return ResponseEntity.created(URI.create("/api/v1/consultation-centers/" + made.id()))
			.eTag(ETags.of(made.version()))
			.body(CenterResponse.of(made));
	}

	@PutMapping("/{id}")
	@RequiresPermission(WRITE)
	@Operation(summary = "Change a centre, or end it by making it inactive",
			description = "One that is inactive frees its place, takes no new relations and no new consultations.")
	@ApiResponse(responseCode = "200", description = "Changed")
	@ApiResponse(responseCode = "409", description = "centre-limit")
	@ApiResponse(responseCode = "412", description = "stale-version")
	@ApiResponse(responseCode = "422", description = "invalid: consortium and organization can't change")
	ResponseEntity<CenterResponse> change(Caller caller, @PathVariable UUID id, ExpectedVersion expected,
			@Valid @RequestBody CenterRequest request) {
		return ok(this.centers.change(caller, id, expected, request.draft()));
	}

	private static ResponseEntity<CenterResponse> ok(ConsultationCenter center) {
		return ResponseEntity.ok().eTag(ETags.of(center.version())).body(CenterResponse.of(center));
	}

}

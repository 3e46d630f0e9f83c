package cn.yigongti.iam.audit.web;

import cn.yigongti.iam.audit.SearchAllTrails;
import cn.yigongti.iam.audit.VerifyAllTrails;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.caller.RequiresPermission;
import cn.yigongti.platform.paging.Paging;
import cn.yigongti.platform.paging.Sorting;
import cn.yigongti.platform.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/audit-events")
@Tag(name = "Audit events", description = "Who did what, by time, user, resident, action; of all services")
class AuditEventController {

	private static final int LATEST = 10_000;

	private final SearchAllTrails search;

	private final VerifyAllTrails verify;

	AuditEventController(SearchAllTrails search, VerifyAllTrails verify) {
		this.search = search;
		this.verify = verify;
	}

	@GetMapping
	@RequiresPermission(SearchAllTrails.READ)
	@Operation(summary = "Audit events of callers in the caller's scope",
			description = "Services that could not be asked stand in unavailable.")
	AuditEventsResponse list(Caller caller, @Valid @ParameterObject AuditEventFilter filter,
			@Sorting(fields = "at", byDefault = "-at") Paging paging) {
		return AuditEventsResponse.of(this.search.page(caller, filter.query(), paging));
	}

	@PostMapping("/lookups")
	@RequiresPermission(SearchAllTrails.READ)
	@Operation(summary = "Audit events about a resident",
			description = "The resident id stands in the body, since it must not stand in an address.")
	AuditEventsResponse lookUp(Caller caller, @Valid @RequestBody AuditEventLookupRequest request,
			@Sorting(fields = "at", byDefault = "-at") Paging paging) {
		return AuditEventsResponse.of(this.search.page(caller, request.query(), paging));
	}

	@GetMapping("/verification")
	@RequiresPermission(SearchAllTrails.READ)
	@Operation(summary = "Whether the latest events of every service are as they were written",
			description = "For a caller with audit-event:read in scope ALL. Whole trails are verified by starting a "
					+ "service with --yigongti.audit.verify.")
	AuditVerificationResponse verify(Caller caller) {
		if (!caller.scopeOf(SearchAllTrails.READ).all()) {
			throw new ProblemException(HttpStatus.FORBIDDEN, "permission-missing", SearchAllTrails.READ);
		}
		return AuditVerificationResponse.of(this.verify.verifyLatest(LATEST));
	}

}

package cn.yigongti.platform.audit.search.web;

import java.util.List;

import cn.yigongti.platform.audit.AuditEntry;
import cn.yigongti.platform.audit.AuditTrail;
import cn.yigongti.platform.audit.ResidentHash;
import cn.yigongti.platform.audit.chain.VerifyTrail;
import cn.yigongti.platform.audit.search.SearchTrail;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.caller.RequiresPermission;
import cn.yigongti.platform.paging.Cursors;
import cn.yigongti.platform.paging.Page;
import cn.yigongti.platform.paging.Paging;
import cn.yigongti.platform.paging.SortKey;
import cn.yigongti.platform.problem.FieldProblem;
import cn.yigongti.platform.problem.InvalidParameter;
import cn.yigongti.platform.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.extensions.Extension;
import io.swagger.v3.oas.annotations.extensions.ExtensionProperty;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/service-audit-events")
@Tag(name = "Audit trail of this service", description = "Between services; clients ask /api/v1/audit-events")
class ServiceAuditController {

	private static final String READ = "audit-event:read";

	private static final int MOST_ENTRIES = 20_000;

	private final SearchTrail trail;

	private final VerifyTrail verify;

	private final AuditTrail audit;

	private final Cursors cursors;

	ServiceAuditController(SearchTrail trail, VerifyTrail verify, AuditTrail audit, Cursors cursors) {
		this.trail = trail;
		this.verify = verify;
		this.audit = audit;
		this.cursors = cursors;
	}

	@PostMapping("/lookups")
	@RequiresPermission(READ)
	@Operation(summary = "Entries of this service's trail",
			description = "A resident's id number stands in the body and never in an address.",
			extensions = @Extension(properties = @ExtensionProperty(name = "x-internal", value = "true")))
	Page<TrailEntryResponse> lookUpTrail(Caller caller, @Valid @RequestBody TrailLookupRequest request) {
		String number = request.residentIdNumber();
		ResidentHash resident = (number != null) ? this.audit.resident(number) : null;
		Paging paging = new Paging(request.size(), List.of(new SortKey("at", !request.oldestFirst())), request.after(),
				this.cursors);
		Page<TrailEntryResponse> page = this.trail
			.page(caller.scopeOf(READ), request.scope().dataScope(), request.filter(resident), paging)
			.map(TrailEntryResponse::of);
		// For whom the iam-service asks, stands in its own trail.
		if (caller.kind() != Caller.Kind.SERVICE) {
			this.audit.record(AuditEntry.of(caller, READ, "audit-event").about(resident).counting(page.items().size()));
		}
		return page;
	}

	@GetMapping("/verification")
	@RequiresPermission(READ)
	@Operation(summary = "Whether the latest entries are as they were written",
			description = "For a caller with audit-event:read in scope ALL. The whole trail is verified by starting "
					+ "the service with --yigongti.audit.verify.",
			extensions = @Extension(properties = @ExtensionProperty(name = "x-internal", value = "true")))
	TrailVerdictResponse verifyTrail(Caller caller, @RequestParam(defaultValue = "10000") int entries) {
		if (!caller.scopeOf(READ).all()) {
			throw new ProblemException(HttpStatus.FORBIDDEN, "permission-missing", READ);
		}
		if (entries < 1 || entries > MOST_ENTRIES) {
			throw new InvalidParameter(new FieldProblem("/entries", "range", "1", String.valueOf(MOST_ENTRIES)));
		}
		return TrailVerdictResponse.of(this.verify.verifyLatest(entries));
	}

}

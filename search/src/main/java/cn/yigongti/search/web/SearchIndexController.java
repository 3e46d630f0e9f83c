package cn.yigongti.search.web;

import java.net.URI;
import java.util.UUID;

import cn.yigongti.platform.audit.AuditEntry;
import cn.yigongti.platform.audit.AuditTrail;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.caller.RequiresPermission;
import cn.yigongti.platform.problem.ProblemException;
import cn.yigongti.search.projection.Rebuild;
import cn.yigongti.search.projection.RebuildIndexes;
import cn.yigongti.search.projection.SearchNotConfigured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * At an address of each service's own, for the gateway leads one address to one service.
 */
@RestController
@RequestMapping(SearchIndexController.PATH)
@Tag(name = "Search indexes", description = "For operators: callers with the permission in scope ALL")
class SearchIndexController {

	static final String PATH = "/api/v1/search-indexes/${spring.application.name}";

	private static final String READ = "search-index:read";

	private static final String REBUILD = "search-index:rebuild";

	private final RebuildIndexes indexes;

	private final AuditTrail audit;

	private final String path;

	SearchIndexController(RebuildIndexes indexes, AuditTrail audit, String service) {
		this.indexes = indexes;
		this.audit = audit;
		this.path = "/api/v1/search-indexes/" + service + "/";
	}

	@GetMapping
	@RequiresPermission(READ)
	@Operation(summary = "The indexes of this service, and how far they are behind")
	IndexesResponse listSearchIndexes(Caller caller) {
		requireEverything(caller, READ);
		return IndexesResponse.of(this.indexes.all());
	}

	@PostMapping("/{index}/rebuilds")
	@RequiresPermission(REBUILD)
	@Operation(summary = "Build an index anew from all rows",
			description = "It is searched as it was until the new one is complete. A build that is under way is "
					+ "answered as it is.",
			responses = @ApiResponse(responseCode = "202", useReturnTypeSchema = true))
	ResponseEntity<RebuildResponse> rebuildSearchIndex(Caller caller, @PathVariable String index) {
		requireEverything(caller, REBUILD);
		Rebuild rebuild;
		try {
			rebuild = this.indexes.request(index);
		}
		catch (SearchNotConfigured ex) {
			throw new ProblemException(HttpStatus.CONFLICT, "search-not-configured");
		}
		record(caller, rebuild);
		return accepted(rebuild);
	}

	@GetMapping("/{index}/rebuilds/{id}")
	@RequiresPermission(READ)
	@Operation(summary = "How building an index goes")
	RebuildResponse getSearchIndexRebuild(Caller caller, @PathVariable String index, @PathVariable UUID id) {
		requireEverything(caller, READ);
		return RebuildResponse.of(this.indexes.find(index, id));
	}

	@PostMapping("/{index}/rebuilds/{id}/cancellation")
	@RequiresPermission(REBUILD)
	@Operation(summary = "Give up building an index; it is searched as it was",
			responses = @ApiResponse(responseCode = "202", useReturnTypeSchema = true))
	ResponseEntity<RebuildResponse> cancelSearchIndexRebuild(Caller caller, @PathVariable String index,
			@PathVariable UUID id) {
		requireEverything(caller, REBUILD);
		Rebuild rebuild = this.indexes.cancel(index, id);
		record(caller, rebuild);
		return accepted(rebuild);
	}

	private ResponseEntity<RebuildResponse> accepted(Rebuild rebuild) {
		return ResponseEntity.accepted()
			.location(URI.create(this.path + rebuild.index() + "/rebuilds/" + rebuild.id()))
			.body(RebuildResponse.of(rebuild));
	}

	private void record(Caller caller, Rebuild rebuild) {
		this.audit.record(AuditEntry.of(caller, REBUILD, "search-index").on(rebuild.id()));
	}

	private static void requireEverything(Caller caller, String permission) {
		if (!caller.scopeOf(permission).all()) {
			throw new ProblemException(HttpStatus.FORBIDDEN, "permission-missing", permission);
		}
	}

}

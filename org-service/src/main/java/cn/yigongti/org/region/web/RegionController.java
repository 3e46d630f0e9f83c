package cn.yigongti.org.region.web;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;

import cn.yigongti.org.calendar.CalendarDate;
import cn.yigongti.org.region.KeptRegion;
import cn.yigongti.org.region.MaintainRegions;
import cn.yigongti.org.region.Outcome;
import cn.yigongti.org.region.Region;
import cn.yigongti.org.region.RegionFilter;
import cn.yigongti.org.region.Regions;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.caller.RequiresPermission;
import cn.yigongti.platform.paging.Page;
import cn.yigongti.platform.paging.Paging;
import cn.yigongti.platform.paging.Sorting;
import cn.yigongti.platform.problem.NotFound;
import cn.yigongti.platform.version.ETags;
import cn.yigongti.platform.version.Precondition;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/regions")
@Tag(name = "Regions", description = "行政区划")
class RegionController {

	private final Regions regions;

	private final MaintainRegions maintenance;

	private final BulkRegions bulk;

	RegionController(Regions regions, MaintainRegions maintenance, BulkRegions bulk) {
		this.regions = regions;
		this.maintenance = maintenance;
		this.bulk = bulk;
	}

	@GetMapping
	@RequiresPermission("region:read")
	@Operation(summary = "List divisions (行政区划), as of a date if one is given")
	Page<RegionResponse> list(@ParameterObject @Valid RegionFilter filter,
			@Sorting(fields = { "code", "name" }, byDefault = "code") Paging paging) {
		return this.regions.list(filter, paging).map(RegionResponse::of);
	}

	@GetMapping("/{code}")
	@RequiresPermission("region:read")
	@Operation(summary = "Read a division (查看行政区划), as of a date if one is given")
	ResponseEntity<RegionResponse> read(@PathVariable String code, @RequestParam(
			required = false) @CalendarDate @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate asOf) {
		Region region = existing(code, asOf);
		return ResponseEntity.ok().eTag(ETags.of(region.version())).body(RegionResponse.of(region));
	}

	@GetMapping("/{code}/children")
	@RequiresPermission("region:read")
	@Operation(summary = "List the divisions directly below one (下级行政区划), as of a date if one is given")
	Page<RegionResponse> children(@PathVariable String code,
			@RequestParam(required = false) @CalendarDate @DateTimeFormat(
					iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate asOf,
			@Sorting(fields = { "code", "name" }, byDefault = "code") Paging paging) {
		return this.regions.childrenOf(code, asOf, paging).map(RegionResponse::of);
	}

	@PutMapping("/{code}")
	@RequiresPermission("region:write")
	@Operation(summary = "Create or replace a division (维护行政区划)")
	@ApiResponse(responseCode = "200")
	@ApiResponse(responseCode = "201")
	@ApiResponse(responseCode = "409", description = "region-in-use: something in it or below it goes on")
	@ApiResponse(responseCode = "412", description = "stale-version")
	@ApiResponse(responseCode = "422", description = "invalid")
	@ApiResponse(responseCode = "428", description = "version-required: it exists")
	ResponseEntity<RegionResponse> keep(Caller caller, @PathVariable String code, Precondition precondition,
			@RequestBody @Valid RegionRequest request) {
		KeptRegion kept = this.maintenance.keep(caller, code, request.facts(), precondition);
		ResponseEntity.BodyBuilder answer = (kept.outcome() == Outcome.CREATED)
				? ResponseEntity.created(URI.create("/api/v1/regions/" + code)) : ResponseEntity.ok();
		return answer.eTag(ETags.of(kept.region().version())).body(RegionResponse.of(kept.region()));
	}

	@PutMapping
	@RequiresPermission("region:write")
	@Operation(summary = "Create or replace up to 1,000 divisions (批量维护行政区划)",
			description = "Each is answered for itself. A division may come together with the one above it, in any "
					+ "order.")
	@ApiResponse(responseCode = "200")
	@ApiResponse(responseCode = "422", description = "invalid: too many")
	BulkRegionsResponse keepAll(Caller caller, @RequestBody List<@Nullable CodedRegionRequest> request) {
		return this.bulk.keep(caller, request);
	}

	private Region existing(String code, @Nullable LocalDate asOf) {
		return this.regions.find(code, asOf).orElseThrow(() -> new NotFound("region", code));
	}

}

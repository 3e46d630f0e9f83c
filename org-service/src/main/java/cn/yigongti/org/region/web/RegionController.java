package cn.yigongti.org.region.web;

import cn.yigongti.org.region.Region;
import cn.yigongti.org.region.Regions;
import cn.yigongti.platform.caller.RequiresPermission;
import cn.yigongti.platform.paging.Page;
import cn.yigongti.platform.paging.Paging;
import cn.yigongti.platform.paging.Sorting;
import cn.yigongti.platform.problem.NotFound;
import cn.yigongti.platform.version.ETags;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/regions/{code}")
@Tag(name = "Regions", description = "行政区划")
class RegionController {

	private final Regions regions;

	RegionController(Regions regions) {
		this.regions = regions;
	}

	@GetMapping
	@RequiresPermission("region:read")
	@Operation(summary = "Read a division (行政区划)")
	ResponseEntity<RegionResponse> read(@PathVariable String code) {
		Region region = existing(code);
		return ResponseEntity.ok().eTag(ETags.of(region.version())).body(RegionResponse.of(region));
	}

	@GetMapping("/children")
	@RequiresPermission("region:read")
	@Operation(summary = "List the divisions directly below one (下级行政区划)")
	Page<RegionResponse> children(@PathVariable String code,
			@Sorting(fields = { "code", "name" }, byDefault = "code") Paging paging) {
		return this.regions.childrenOf(existing(code).code(), paging).map(RegionResponse::of);
	}

	private Region existing(String code) {
		return this.regions.find(code).orElseThrow(() -> new NotFound("region", code));
	}

}

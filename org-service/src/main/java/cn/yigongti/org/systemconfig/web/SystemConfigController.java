package cn.yigongti.org.systemconfig.web;

import java.util.UUID;

import cn.yigongti.org.systemconfig.Configurations;
import cn.yigongti.org.systemconfig.ConfigurationsOfToday;
import cn.yigongti.org.systemconfig.Configure;
import cn.yigongti.org.systemconfig.EffectiveConfiguration;
import cn.yigongti.org.systemconfig.SystemConfigFilter;
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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "System configurations", description = "机构系统配置")
class SystemConfigController {

	private final Configurations configurations;

	private final ConfigurationsOfToday today;

	private final Configure configure;

	SystemConfigController(Configurations configurations, ConfigurationsOfToday today, Configure configure) {
		this.configurations = configurations;
		this.today = today;
		this.configure = configure;
	}

	@GetMapping("/system-configs")
	@RequiresPermission("system-config:read")
	@Operation(summary = "List the effective system configurations (机构系统配置) of the organizations open today")
	Page<SystemConfigResponse> list(Caller caller, @ParameterObject @Valid SystemConfigFilter filter,
			@Sorting(fields = "regionCode", byDefault = "regionCode") Paging paging) {
		return this.configurations.list(caller, filter, paging).map(SystemConfigResponse::of);
	}

	@GetMapping("/organizations/{id}/system-config")
	@RequiresPermission("system-config:read")
	@Operation(summary = "Read the effective system configuration of an organization (查看机构系统配置)",
			description = "Each value is the organization's own, or else that of the nearest organization above it, "
					+ "or else that of the lead of its consortium; `sources` tells which.")
	ResponseEntity<SystemConfigResponse> read(Caller caller, @PathVariable UUID id) {
		return answer(this.today.find(caller, id).orElseThrow(() -> new NotFound("system-config", id)));
	}

	@PutMapping("/organizations/{id}/system-config")
	@RequiresPermission("system-config:write")
	@Operation(summary = "Replace what is set at an organization itself (修改机构系统配置)",
			description = "What is left out is inherited. The icon has an address of its own.")
	@ApiResponse(responseCode = "200")
	@ApiResponse(responseCode = "412",
			description = "stale-version: what applies here has changed, be it set here or " + "inherited")
	@ApiResponse(responseCode = "422", description = "invalid")
	ResponseEntity<SystemConfigResponse> replace(Caller caller, @PathVariable UUID id, ExpectedVersion expected,
			@RequestBody @Valid SystemConfigRequest request) {
		return answer(this.configure.replace(caller, id, expected, request.settings()));
	}

	private static ResponseEntity<SystemConfigResponse> answer(EffectiveConfiguration configuration) {
		return ResponseEntity.ok().eTag(ETags.of(configuration.tag())).body(SystemConfigResponse.of(configuration));
	}

}

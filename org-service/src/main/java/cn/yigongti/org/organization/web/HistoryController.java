package cn.yigongti.org.organization.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import cn.yigongti.org.calendar.CalendarDate;
import cn.yigongti.org.organization.Edition;
import cn.yigongti.org.organization.Register;
import cn.yigongti.org.organization.ReviseOrganization;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.caller.RequiresPermission;
import cn.yigongti.platform.problem.NotFound;
import cn.yigongti.platform.version.ExpectedVersion;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/organizations/{id}/history")
@Tag(name = "Organizations", description = "机构")
class HistoryController {

	private final Register register;

	private final ReviseOrganization revision;

	HistoryController(Register register, ReviseOrganization revision) {
		this.register = register;
		this.revision = revision;
	}

	@GetMapping
	@RequiresPermission("organization:read")
	@Operation(summary = "Read what an organization was, is and will be (机构沿革)")
	HistoryResponse history(Caller caller, @PathVariable UUID id) {
		List<Edition> editions = this.register.history(caller, id);
		if (editions.isEmpty()) {
			throw new NotFound("organization", id);
		}
		return new HistoryResponse(editions.stream().map(EditionResponse::of).toList());
	}

	@DeleteMapping("/{from}")
	@RequiresPermission("organization:write")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Withdraw a change that still lies ahead (撤回尚未生效的变更)")
	@ApiResponse(responseCode = "204")
	@ApiResponse(responseCode = "409", description = "already-in-effect")
	@ApiResponse(responseCode = "412", description = "stale-version")
	void withdraw(Caller caller, @PathVariable UUID id,
			@PathVariable @CalendarDate @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
			ExpectedVersion expected) {
		this.revision.withdraw(caller, id, expected, from);
	}

}

package cn.yigongti.iam.resident.web;

import cn.yigongti.iam.resident.IssueResidentToken;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.caller.RequiresPermission;
import jakarta.validation.Valid;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/resident-tokens")
class ResidentTokenController {

	private final IssueResidentToken issueResidentToken;

	ResidentTokenController(IssueResidentToken issueResidentToken) {
		this.issueResidentToken = issueResidentToken;
	}

	/**
	 * Gives the backend of a mobile app a token of one resident, good for /api/v1/mobile
	 * alone.
	 */
	@PostMapping
	@RequiresPermission("resident-token:issue")
	ResponseEntity<ResidentTokenResponse> issue(Caller caller, @Valid @RequestBody ResidentTokenRequest request) {
		return ResponseEntity.ok()
			.cacheControl(CacheControl.noStore())
			.body(ResidentTokenResponse.of(this.issueResidentToken.forResident(caller, request.idNumber())));
	}

}

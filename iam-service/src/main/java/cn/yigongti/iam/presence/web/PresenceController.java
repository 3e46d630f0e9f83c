package cn.yigongti.iam.presence.web;

import java.util.UUID;

import cn.yigongti.iam.presence.LookUpPresence;
import cn.yigongti.iam.presence.Presence;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.caller.RequiresPermission;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/users/{id}/presence")
class PresenceController {

	private final LookUpPresence lookUp;

	PresenceController(LookUpPresence lookUp) {
		this.lookUp = lookUp;
	}

	/** Whether the user is on the staff of their organization now, as its HIS says. */
	@GetMapping
	@RequiresPermission("user:read")
	ResponseEntity<Presence> read(Caller caller, @PathVariable UUID id) {
		return ResponseEntity.ok()
			.cacheControl(CacheControl.noStore())
			.body(this.lookUp.of(id, caller.scopeOf("user:read")));
	}

}

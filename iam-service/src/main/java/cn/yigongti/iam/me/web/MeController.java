package cn.yigongti.iam.me.web;

import java.nio.charset.StandardCharsets;

import cn.yigongti.iam.me.Me;
import cn.yigongti.iam.me.WhoAmI;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.caller.RequiresPermission;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class MeController {

	private final WhoAmI whoAmI;

	MeController(WhoAmI whoAmI) {
		this.whoAmI = whoAmI;
	}

	/** Who calls, their roles and permissions, and the menu to show them. */
	@GetMapping("/api/v1/me")
	@RequiresPermission(RequiresPermission.PLATFORM_ACCESS)
	ResponseEntity<Me> me(Caller caller) {
		Me me = this.whoAmI.of(caller);
		String digest = DigestUtils.md5DigestAsHex(me.toString().getBytes(StandardCharsets.UTF_8));
		return ResponseEntity.ok()
			.eTag("\"" + digest + "\"")
			.cacheControl(CacheControl.noCache().cachePrivate())
			.varyBy(HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.AUTHORIZATION)
			.body(me);
	}

}

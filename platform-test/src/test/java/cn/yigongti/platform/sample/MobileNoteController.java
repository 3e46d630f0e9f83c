package cn.yigongti.platform.sample;

import java.util.Map;

import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.caller.RequiresPermission;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class MobileNoteController {

	@GetMapping("/api/v1/mobile/notes")
	@RequiresPermission(RequiresPermission.RESIDENT)
	Map<String, String> own(Caller caller) {
		return Map.of("resident", caller.subject());
	}

}

package cn.yigongti.iam.audit.directory;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;

/** What every service answers about its own trail. */
interface TrailOfService {

	@PostMapping("/api/v1/service-audit-events/lookups")
	TrailPage lookUp(@RequestBody TrailLookup lookup);

	@GetMapping("/api/v1/service-audit-events/verification")
	TrailVerdict verify(@RequestParam("entries") int entries);

}

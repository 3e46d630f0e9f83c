package cn.yigongti.consultation.delivery.thirdparty;

import java.util.UUID;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The system configurations, which the org-service owns. */
interface SystemConfigs {

	@GetMapping("/api/v1/organizations/{id}/system-config")
	SystemConfig of(@PathVariable("id") UUID id);

}

package cn.yigongti.org.openwork;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@FeignClient(name = "consultation-service")
interface ConsultationServiceClient {

	@GetMapping("/api/v1/consultations/open-counts")
	@Nullable OpenCounts openCounts(@RequestParam UUID organizationId);

}

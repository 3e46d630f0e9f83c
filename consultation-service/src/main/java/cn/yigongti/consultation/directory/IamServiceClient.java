package cn.yigongti.consultation.directory;

import java.util.UUID;

import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@FeignClient(name = "iam-service")
interface IamServiceClient {

	@GetMapping("/api/v1/users/{id}")
	Doctor user(@PathVariable UUID id);

	@GetMapping("/api/v1/users/{id}/presence")
	Presence presence(@PathVariable UUID id);

}

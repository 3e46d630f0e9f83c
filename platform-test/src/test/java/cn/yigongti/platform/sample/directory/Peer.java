package cn.yigongti.platform.sample.directory;

import java.util.UUID;

import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@FeignClient(name = "peer-service")
public interface Peer {

	@GetMapping("/things/{id}")
	Thing thing(@PathVariable UUID id);

	record Thing(UUID id, String name) {

	}

}

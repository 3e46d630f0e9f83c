package cn.yigongti.platform.permission;

import java.util.List;

import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;

@FeignClient(name = "iam-service", contextId = "permission-declarations")
interface PermissionDeclarations {

	@PutMapping("/api/v1/permission-declarations/{service}")
	void declare(@PathVariable("service") String service, @RequestBody Declaration declaration);

	record Declaration(List<Permission> permissions) {

	}

}

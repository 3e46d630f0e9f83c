package cn.yigongti.consultation.directory;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

@FeignClient(name = "org-service")
interface OrgServiceClient {

	@GetMapping("/api/v1/organizations/{id}")
	Organization organization(@PathVariable UUID id);

	@GetMapping("/api/v1/consortia/{id}/members")
	Members members(@PathVariable UUID id, @RequestParam int limit,
			@RequestParam(required = false) @Nullable String cursor);

	record Members(List<Member> items, @Nullable String nextCursor) {
	}

	record Member(UUID organizationId, String name, Tier tier, String regionCode, Organization.Status status) {
	}

}

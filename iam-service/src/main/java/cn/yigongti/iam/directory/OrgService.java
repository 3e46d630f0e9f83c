package cn.yigongti.iam.directory;

import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

@FeignClient("org-service")
interface OrgService {

	@GetMapping("/api/v1/organizations/{id}")
	OrganizationAnswer organization(@PathVariable("id") UUID id);

	@GetMapping("/api/v1/organizations")
	OrganizationsAnswer organizations(@RequestParam("limit") int limit,
			@RequestParam(name = "cursor", required = false) @Nullable String cursor);

	@GetMapping("/api/v1/consortia/{id}")
	ConsortiumAnswer consortium(@PathVariable("id") UUID id);

	/**
	 * What applies to each organization: its own, or else its parent's, or its lead's.
	 */
	@GetMapping("/api/v1/system-configs")
	SystemConfigsAnswer systemConfigs(@RequestParam("limit") int limit,
			@RequestParam(name = "cursor", required = false) @Nullable String cursor);

	@JsonIgnoreProperties(ignoreUnknown = true)
	record OrganizationAnswer(UUID id, @Nullable String institutionCode, String name, String regionCode,
			@Nullable UUID consortiumId, String status) {

		Organization organization() {
			return new Organization(this.id, this.institutionCode, this.name, this.regionCode, this.consortiumId,
					this.status.equals("ACTIVE"), null);
		}

	}

	@JsonIgnoreProperties(ignoreUnknown = true)
	record OrganizationsAnswer(List<OrganizationAnswer> items, @Nullable String nextCursor) {

	}

	@JsonIgnoreProperties(ignoreUnknown = true)
	record SystemConfigAnswer(UUID organizationId, @Nullable String systemApiUrl) {

	}

	@JsonIgnoreProperties(ignoreUnknown = true)
	record SystemConfigsAnswer(List<SystemConfigAnswer> items, @Nullable String nextCursor) {

	}

	@JsonIgnoreProperties(ignoreUnknown = true)
	record ConsortiumAnswer(UUID id, String name, String regionCode) {

	}

}

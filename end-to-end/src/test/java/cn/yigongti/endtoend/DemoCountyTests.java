package cn.yigongti.endtoend;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class DemoCountyTests {

	private final County county = County.running();

	@ParameterizedTest
	@CsvSource({ "COUNTY,3", "TOWNSHIP,25", "VILLAGE,204" })
	void hasItsOrganizations(String tier, int count) {
		JsonNode page = this.county.as("regulator")
			.get("/api/v1/organizations", Map.of("tier", tier, "regionCode", "500229", "limit", "200"))
			.is(200)
			.body();
		assertThat(page.path("total").asInt()).isEqualTo(count);
	}

	@Test
	void hasThemAllInOneConsortium() {
		Set<String> members = new HashSet<>();
		this.county.as("consortiumAdmin")
			.forEachItem("/api/v1/consortia/" + this.county.text("consortiumId") + "/members",
					(member) -> members.add(member.path("organizationId").asString()));
		assertThat(members).hasSize(232).contains(this.county.organization("village2"));
	}

	@Test
	void hasThreeHundredReferralsInAllNineStatuses() {
		Map<String, Integer> byStatus = new HashMap<>();
		this.county.as("regulator")
			.forEachItem("/api/v1/referrals?imported=true",
					(referral) -> byStatus.merge(referral.path("status").asString(), 1, Integer::sum));
		assertThat(byStatus).hasSize(9);
		assertThat(byStatus.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(300);
	}

	@Test
	void hasTheStaffOfItsCloudHis() {
		JsonNode page = this.county.as("platformAdmin").get("/api/v1/users?limit=1").is(200).body();
		assertThat(page.path("total").asInt()).isEqualTo(1_500);
	}

}

package cn.yigongti.endtoend;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What the systems of the county are called and where they are. */
class SystemConfigTests {

	private final County county = County.running();

	private final Gateway admin = this.county.as("platformAdmin");

	private final String lead = this.county.organization("peoplesHospital");

	private final String village = this.county.organization("village1");

	@Test
	void aVillageClinicInheritsFromTheHospitalThatLeads() {
		Answer clinic = this.county.as("villageDoctor").get(config(this.village)).is(200);
		Answer hospital = this.admin.get(config(this.lead)).is(200);
		assertThat(clinic.text("systemName")).isNotBlank().isEqualTo(hospital.text("systemName"));
		for (String value : new String[] { "systemName", "iconUrl", "systemApiUrl", "consultationApiUrl", "platformUrl",
				"regional" }) {
			JsonNode source = clinic.body().path("sources").path(value);
			assertThat(source.path("from").asString()).as(value).isEqualTo("CONSORTIUM_LEAD");
			assertThat(source.path("organizationId").asString()).as(value).isEqualTo(this.lead);
			assertThat(hospital.body().path("sources").path(value).path("from").asString()).isEqualTo("OWN");
		}
		assertThat(clinic.body().path("own").isEmpty()).isTrue();
		this.county.as("villageDoctor").with("If-None-Match", clinic.header("ETag")).get(config(this.village)).is(304);
		this.county.as("villageDoctor").get(config(this.lead)).isProblem(404, "not-found");
	}

	@Test
	void theIconIsWhereTheConfigurationSays() {
		Gateway doctor = this.county.as("villageDoctor");
		Answer icon = doctor.get(doctor.get(config(this.village)).is(200).text("iconUrl")).is(200);
		assertThat(icon.header("Content-Type")).startsWith("image/svg+xml");
		assertThat(icon.header("Cache-Control")).contains("immutable");
	}

	@Test
	void theListTellsTheSameOfAllMembers() {
		Map<String, JsonNode> members = new HashMap<>();
		this.admin.forEachItem("/api/v1/system-configs?consortiumId=" + this.county.text("consortiumId"),
				(item) -> members.put(item.path("organizationId").asString(), item));
		assertThat(members).hasSizeGreaterThan(200)
			.doesNotContainKey(this.county.organization("otherHospital"))
			.containsEntry(this.village, this.admin.get(config(this.village)).is(200).body());
	}

	@Test
	void theCloudHisCanBeAskedAndWhatLiesInsideCannot() {
		Answer passed = this.admin.post(config(this.village) + "/connection-test", "{}").is(200);
		assertThat(passed.body().path("passed").asBoolean()).as(passed.body().toString()).isTrue();
		this.admin
			.post(config(this.village) + "/connection-test", "{\"systemApiUrl\":\"http://169.254.169.254/latest\"}")
			.isProblem(422, "invalid");
		this.county.as("villageDoctor")
			.post(config(this.village) + "/connection-test", "{}")
			.isProblem(403, "permission-missing");
	}

	private static String config(String organization) {
		return "/api/v1/organizations/" + organization + "/system-config";
	}

}

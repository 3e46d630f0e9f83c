package cn.yigongti.org.systemconfig;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;

import cn.yigongti.org.Api;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@SystemConfigTest
class InheritanceTests {

	private final Api api;

	private final MovableClock clock;

	private final Configured world;

	InheritanceTests(RestTestClient http, MovableClock clock) {
		this.api = Api.administrator(http);
		this.clock = clock;
		this.world = Configured.world(this.api);
	}

	@AfterEach
	void backToToday() {
		this.clock.reset();
	}

	@Test
	void nothingAppliesWhereNobodySetsAnything() {
		JsonNode answer = this.world.read(this.world.clinic());
		assertThat(answer.propertyNames()).containsExactlyInAnyOrder("organizationId", "sources", "own");
		assertThat(answer.path("sources").isEmpty()).isTrue();
		assertThat(answer.path("own").isEmpty()).isTrue();
	}

	@Test
	void takesEachValueFromTheNearestThatSetsIt() {
		this.world.set(this.world.lead(),
				Map.of("systemName", "医共体", "systemApiUrl", "https://his.example.cn", "platformUrl",
						"https://platform.example.cn", "consultationApiUrl", "https://consult.example.cn", "regional",
						true));
		this.world.set(this.world.centre(),
				Map.of("systemName", "卫生院", "systemApiUrl", "https://centre.example.cn", "regional", false));
		this.world.set(this.world.clinic(), Map.of("systemName", "卫生室"));
		UUID clinic = this.world.clinic();
		assertThat(this.world.told(clinic, "systemName")).isEqualTo("卫生室 OWN clinic");
		assertThat(this.world.told(clinic, "systemApiUrl")).isEqualTo("https://centre.example.cn PARENT centre");
		assertThat(this.world.told(clinic, "platformUrl"))
			.isEqualTo("https://platform.example.cn CONSORTIUM_LEAD lead");
		assertThat(this.world.told(clinic, "consultationApiUrl"))
			.isEqualTo("https://consult.example.cn CONSORTIUM_LEAD lead");
		assertThat(this.world.told(clinic, "regional")).isEqualTo("false PARENT centre");
		assertThat(this.world.told(this.world.lead(), "systemName")).isEqualTo("医共体 OWN lead");
		assertThat(this.world.read(clinic).path("own").propertyNames()).containsExactly("systemName");
	}

	@Test
	void anOrganizationAboveThatIsClosedGivesNothing() {
		this.world.set(this.world.centre(), Map.of("systemName", "卫生院"));
		close(this.world.clinic());
		assertThat(this.world.told(this.world.clinic(), "systemName")).isEqualTo("卫生院 PARENT centre");
		close(this.world.centre());
		assertThat(this.world.told(this.world.clinic(), "systemName")).isEqualTo("none");
		assertThat(this.world.told(this.world.centre(), "systemName")).isEqualTo("卫生院 OWN centre");
	}

	@Test
	void passesOverAnOrganizationAboveThatIsClosed() {
		UUID county = this.api.hospital(this.world.county());
		UUID centre = this.api
			.post("/organizations",
					Api.organization(this.world.county() + "103", "type", "C220", "parentId", county.toString()))
			.id();
		UUID clinic = this.api.clinic(this.world.county() + "103201", centre);
		this.world.set(county, Map.of("systemName", "医院"));
		this.world.set(centre, Map.of("systemName", "卫生院"));
		close(clinic);
		close(centre);
		assertThat(this.world.told(clinic, "systemName")).isEqualTo("医院 PARENT " + county);
	}

	@Test
	void followsAnOrganizationToAnotherParentOnTheDay() {
		UUID other = this.api.townshipCentre(this.world.county(), "102");
		this.world.set(this.world.centre(), Map.of("systemName", "甲"));
		this.world.set(other, Map.of("systemName", "乙"));
		this.api
			.patch("/organizations/" + this.world.clinic() + "?from=" + inDays(10), "*",
					Map.of("parentId", other.toString()))
			.expect(200);
		assertThat(this.world.told(this.world.clinic(), "systemName")).isEqualTo("甲 PARENT centre");
		String etag = this.api.get(Configured.path(this.world.clinic())).etag();
		this.clock.advance(Duration.ofDays(10));
		assertThat(this.world.told(this.world.clinic(), "systemName")).isEqualTo("乙 PARENT " + other);
		assertThat(this.api.get(Configured.path(this.world.clinic())).etag()).isNotEqualTo(etag);
	}

	@Test
	void theNewLeadGivesFromTheDayItLeads() {
		this.world.set(this.world.lead(), Map.of("systemName", "甲"));
		this.world.set(this.world.hospital(), Map.of("systemName", "乙"));
		this.api
			.put("/consortia/" + this.world.consortium() + "/lead", "*",
					Map.of("organizationId", this.world.hospital(), "from", inDays(10)))
			.expect(200);
		assertThat(this.world.told(this.world.clinic(), "systemName")).isEqualTo("甲 CONSORTIUM_LEAD lead");
		this.clock.advance(Duration.ofDays(10));
		assertThat(this.world.told(this.world.clinic(), "systemName")).isEqualTo("乙 CONSORTIUM_LEAD hospital");
	}

	@Test
	void whoHasLeftTheConsortiumInheritsNothingFromItsLead() {
		this.world.set(this.world.lead(), Map.of("systemName", "甲"));
		this.api.delete(
				"/consortia/" + this.world.consortium() + "/members/" + this.world.clinic() + "?leftOn=" + inDays(10));
		assertThat(this.world.told(this.world.clinic(), "systemName")).isEqualTo("甲 CONSORTIUM_LEAD lead");
		this.clock.advance(Duration.ofDays(10));
		assertThat(this.world.told(this.world.clinic(), "systemName")).isEqualTo("none");
	}

	private void close(UUID organization) {
		this.api.post("/organizations/" + organization + "/closure", Map.of("closedOn", inDays(0), "reason", "x"))
			.expect(200);
	}

	private static String inDays(int days) {
		return LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(days).toString();
	}

}

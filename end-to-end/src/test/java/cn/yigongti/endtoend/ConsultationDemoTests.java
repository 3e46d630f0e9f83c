package cn.yigongti.endtoend;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The remote consultation of the demo county. */
class ConsultationDemoTests {

	/** Every member but the centre itself, at each of two centres. */
	private static final int RELATIONS = 2 * (232 - 1);

	private final County county = County.running();

	private final Gateway admin = this.county.as("consortiumAdmin");

	@Test
	void hasTwoCentresAndTheRelationsOfOneClick() {
		assertThat(this.admin.get("/api/v1/consultation-centers?limit=10").is(200).items()).hasSize(2);
		assertThat(total("/api/v1/consultation-relations?limit=1")).isEqualTo(RELATIONS);
	}

	@Test
	void createsNothingByAnotherClick() {
		JsonNode answer = this.admin.post("/api/v1/consultation-relations/auto-configurations",
				"{\"consortiumId\":\"%s\",\"centerIds\":[\"%s\",\"%s\"]}".formatted(this.county.text("consortiumId"),
						this.county.consultationCenter("peoplesHospital"),
						this.county.consultationCenter("tcmHospital")))
			.is(200)
			.body();
		assertThat(answer.path("created").size()).isZero();
		assertThat(answer.path("existing").size()).isEqualTo(RELATIONS);
		assertThat(total("/api/v1/consultation-relations?limit=1")).isEqualTo(RELATIONS);
	}

	@Test
	void refusesAThirdCentre() {
		this.admin.post("/api/v1/consultation-centers",
				"{\"consortiumId\":\"%s\",\"organizationId\":\"%s\",\"introduction\":\"第三个\",\"specialties\":[],\"reportingDoctorIds\":[],\"active\":true}"
					.formatted(this.county.text("consortiumId"), this.county.organization("township1")))
			.isProblem(409, "centre-limit");
	}

	@Test
	void hasFiveHundredConsultationsInAllStates() {
		Map<String, Integer> byStatus = new HashMap<>();
		this.county.as("regulator")
			.forEachItem("/api/v1/consultations?imported=true",
					(one) -> byStatus.merge(one.path("status").asString(), 1, Integer::sum));
		assertThat(byStatus).hasSize(7);
		assertThat(byStatus.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(500);
	}

	@ParameterizedTest
	@ValueSource(strings = { "peoplesHospital", "tcmHospital" })
	void tellsOfEachCentreWhatWasAppliedForAndReported(String hospital) {
		int year = LocalDate.now(ZoneId.of("Asia/Shanghai")).getYear() - 1;
		JsonNode page = this.admin
			.get("/api/v1/consultation-centers/%s/statistics?year=%d"
				.formatted(this.county.consultationCenter(hospital), year))
			.is(200)
			.body();
		assertThat(page.path("reported").asInt()).isPositive();
		assertThat(page.path("applications").asInt())
			.isEqualTo(page.path("reported").asInt() + page.path("outstanding").asInt());
		assertThat(page.path("turnaroundMinutes").path("p90").asInt())
			.isGreaterThanOrEqualTo(page.path("turnaroundMinutes").path("p50").asInt());
		assertThat(page.path("participatingOrganizations").asInt()).isPositive();
	}

	private int total(String list) {
		return this.admin.get(list).is(200).body().path("total").asInt();
	}

}

package cn.yigongti.org.consortium;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import cn.yigongti.org.Api;
import cn.yigongti.org.Api.Answer;
import cn.yigongti.platform.test.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.springframework.test.context.TestConstructor;
import org.springframework.test.web.servlet.client.RestTestClient;

import static cn.yigongti.org.Api.organization;
import static org.assertj.core.api.Assertions.assertThat;

@ServiceTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class ConsortiumApiTests {

	private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));

	private final Api api;

	private final String county = Api.newCounty();

	private UUID lead = UUID.randomUUID();

	ConsortiumApiTests(RestTestClient http) {
		this.api = Api.administrator(http);
	}

	@BeforeEach
	void register() {
		this.lead = this.api.hospital(this.county);
	}

	@Test
	void isEstablishedWithItsLeadAsFirstMember() {
		Answer answer = establish(this.lead, "referralValidityDays", 30);
		JsonNode body = answer.expect(201);
		assertThat(body.path("referralValidityDays").asInt()).isEqualTo(30);
		String path = "/consortia/" + answer.id();
		assertThat(answer.headers().getFirst("Location")).isEqualTo("/api/v1" + path);
		assertThat(this.api.get(path).expect(200)).isEqualTo(body);
		assertThat(this.api.get(path).etag()).isEqualTo(answer.etag());
		JsonNode members = this.api.get(path + "/members").expect(200);
		assertThat(members.path("total").asInt()).isOne();
		JsonNode member = members.path("items").get(0);
		assertThat(member.path("organizationId").asString()).isEqualTo(this.lead.toString());
		assertThat(member.path("joinedOn").asString()).isEqualTo("2020-01-01");
		assertThat(member.path("lead").asBoolean()).isTrue();
		assertThat(consortiumOf(this.lead)).isEqualTo(answer.id().toString());
	}

	@Test
	void keepsReferralsValidForSevenDaysUnlessToldOtherwise() {
		assertThat(establish(this.lead).expect(201).path("referralValidityDays").asInt()).isEqualTo(7);
	}

	@ParameterizedTest
	@CsvSource({ "referralValidityDays, 0, /referralValidityDays min",
			"referralValidityDays, 91, /referralValidityDays max", "regionCode, 500229102, /regionCode code-length",
			"regionCode, 50022x, /regionCode malformed", "establishedOn, 2900-01-01, /establishedOn future-date",
			"establishedOn, 1999-12-31, /leadOrganizationId not-active", "name, ' ', /name not-blank",
			"regionCode, 110101, /leadOrganizationId other-county",
			"leadOrganizationId, 00000000-0000-7000-8000-000000000000, /leadOrganizationId unknown-organization" })
	void refusesToBeEstablishedAgainstTheRules(String field, String value, String problem) {
		assertThat(
				establish(this.lead, field, value.matches("\\d{1,2}") ? Integer.valueOf(value) : value).fieldProblem())
			.isEqualTo(problem);
	}

	@Test
	void isLedByACountyHospitalThatLeadsNoOther() {
		UUID centre = this.api.townshipCentre(this.county, "102");
		assertThat(establish(centre).fieldProblem()).isEqualTo("/leadOrganizationId lead-not-county");
		establish(this.lead).expect(201);
		establish(this.lead).expect(409, "already-member");
	}

	@Test
	void changesNameAndTermsButNotWhatItIs() {
		Answer created = establish(this.lead);
		String path = "/consortia/" + created.id();
		Map<String, Object> body = charter(this.lead, "name", "新医共体", "referralValidityDays", 14);
		this.api.put(path, null, body).expect(428, "version-required");
		Answer changed = this.api.put(path, created.etag(), body);
		assertThat(changed.expect(200).path("name").asString()).isEqualTo("新医共体");
		this.api.put(path, created.etag(), body).expect(412, "stale-version");
		assertThat(this.api.patch(path, changed.etag(), "{\"referralValidityDays\":null}")
			.expect(200)
			.path("referralValidityDays")
			.asInt()).isEqualTo(7);
		String etag = this.api.get(path).etag();
		assertThat(this.api.patch(path, etag, "{\"establishedOn\":\"2020-01-02\"}").fieldProblem())
			.isEqualTo("/establishedOn unchangeable");
		assertThat(this.api.patch(path, etag, "{\"leadOrganizationId\":\"" + UUID.randomUUID() + "\"}").fieldProblem())
			.isEqualTo("/leadOrganizationId unchangeable");
	}

	@Test
	void changesItsLeadOnADate() {
		UUID consortium = this.api.consortium(this.county, this.lead);
		UUID next = this.api.hospital(this.county);
		String path = "/consortia/" + consortium;
		assertThat(changeLead(consortium, next, "2024-07-01").fieldProblem()).isEqualTo("/organizationId not-member");
		this.api.join(consortium, next, "2024-01-01").expect(201);
		assertThat(changeLead(consortium, next, "2023-12-31").fieldProblem()).isEqualTo("/organizationId not-member");
		assertThat(changeLead(consortium, next, "2024-07-01").expect(200).path("leadOrganizationId").asString())
			.isEqualTo(next.toString());
		assertThat(leadOn(path, "2024-06-30")).isEqualTo(this.lead.toString());
		assertThat(leadOn(path, "2024-07-01")).isEqualTo(next.toString());
		assertThat(changeLead(consortium, this.lead, "2024-06-30").fieldProblem()).isEqualTo("/from not-before");
		JsonNode member = this.api.get(path + "/members/" + this.lead).expect(200);
		assertThat(member.path("lead").asBoolean()).isFalse();
	}

	@Test
	void tellsByItsTagThatANewLeadHasTakenOver() {
		UUID consortium = this.api.consortium(this.county, this.lead);
		UUID next = this.api.hospital(this.county);
		this.api.join(consortium, next, "2024-01-01").expect(201);
		String before = this.api.get("/consortia/" + consortium).etag();
		Answer planned = changeLead(consortium, next, this.today.plusDays(30).toString());
		assertThat(planned.expect(200).path("leadOrganizationId").asString()).isEqualTo(this.lead.toString());
		assertThat(planned.etag()).isNotEqualTo(before);
		assertThat(leadOn("/consortia/" + consortium, this.today.plusDays(30).toString())).isEqualTo(next.toString());
	}

	@Test
	void keepsALeadThatIsWhatALeadHasToBe() {
		UUID consortium = this.api.consortium(this.county, this.lead);
		String path = "/organizations/" + this.lead;
		this.api.post(path + "/closure", Map.of("closedOn", this.today.plusDays(1).toString(), "reason", "x"))
			.expect(409, "leads-consortium");
		String etag = this.api.get(path).etag();
		this.api.patch(path, etag, "{\"tier\":\"TOWNSHIP\"}").expect(409, "leads-consortium");
		this.api.patch(path, etag, Map.of("regionCode", Api.newCounty())).expect(409, "bound-to-county");
		this.api.patch(path, etag, "{\"openedOn\":\"2020-01-02\"}").expect(409, "membership-outside-life");
		this.api.delete("/consortia/" + consortium + "/members/" + this.lead).expect(409, "lead-cannot-leave");
	}

	@Test
	void isListedByCountyNameAndDate() {
		UUID consortium = this.api.consortium(this.county, this.lead);
		String list = "/consortia?regionCode=" + this.county;
		assertThat(this.api.get(list + "&query=医共").expect(200).path("items").get(0).path("id").asString())
			.isEqualTo(consortium.toString());
		assertThat(this.api.get(list + "&query=%25").expect(200).path("total").asInt()).isZero();
		assertThat(this.api.get(list + "&asOf=2019-12-31").expect(200).path("total").asInt()).isZero();
		assertThat(this.api.get(list + "&asOf=2020-01-01").expect(200).path("total").asInt()).isOne();
		this.api.get("/consortia/" + consortium + "?asOf=2019-12-31").expect(404, "not-found");
		this.api.get("/consortia?leader=x").expect(400, "unknown-parameter");
	}

	private Answer establish(UUID leader, Object... fields) {
		return this.api.post("/consortia", charter(leader, fields));
	}

	private Map<String, Object> charter(UUID leader, Object... fields) {
		Map<String, Object> body = organization(this.county, fields);
		body.keySet().retainAll(Set.of("name", "regionCode"));
		body.put("leadOrganizationId", leader.toString());
		body.put("establishedOn", "2020-01-01");
		for (int i = 0; i < fields.length; i += 2) {
			body.put((String) fields[i], fields[i + 1]);
		}
		return body;
	}

	private Answer changeLead(UUID consortium, UUID organization, String from) {
		String path = "/consortia/" + consortium;
		return this.api.put(path + "/lead", this.api.get(path).etag(),
				Map.of("organizationId", organization.toString(), "from", from));
	}

	private String leadOn(String path, String date) {
		return this.api.get(path + "?asOf=" + date).expect(200).path("leadOrganizationId").asString();
	}

	private String consortiumOf(UUID organization) {
		return this.api.get("/organizations/" + organization).expect(200).path("consortiumId").asString();
	}

}

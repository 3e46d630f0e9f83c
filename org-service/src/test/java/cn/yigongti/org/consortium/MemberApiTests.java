package cn.yigongti.org.consortium;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import cn.yigongti.org.Api;
import cn.yigongti.org.Api.Answer;
import cn.yigongti.platform.test.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.test.context.TestConstructor;
import org.springframework.test.web.servlet.client.RestTestClient;

import static cn.yigongti.org.Api.organization;
import static org.assertj.core.api.Assertions.assertThat;

@ServiceTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class MemberApiTests {

	private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));

	private final Api api;

	private final String county = Api.newCounty();

	private UUID consortium = UUID.randomUUID();

	private UUID centre = UUID.randomUUID();

	private String members = "";

	MemberApiTests(RestTestClient http) {
		this.api = Api.administrator(http);
	}

	@BeforeEach
	void establish() {
		this.consortium = this.api.consortium(this.county, this.api.hospital(this.county));
		this.centre = this.api.townshipCentre(this.county, "102");
		this.members = "/consortia/" + this.consortium + "/members";
	}

	@Test
	void joinsAndShowsItEverywhere() {
		Answer joined = this.api.join(this.consortium, this.centre, "2024-01-01");
		JsonNode member = joined.expect(201);
		assertThat(joined.headers().getFirst("Location")).isEqualTo("/api/v1" + this.members + "/" + this.centre);
		assertThat(this.api.get(this.members + "/" + this.centre).expect(200)).isEqualTo(member);
		assertThat(member.path("tier").asString()).isEqualTo("TOWNSHIP");
		assertThat(member.path("lead").asBoolean()).isFalse();
		assertThat(this.api.get("/organizations?consortiumId=" + this.consortium).expect(200).path("total").asInt())
			.isEqualTo(2);
	}

	@Test
	void isAMemberFromTheDayItJoinsUntilTheDayBeforeItLeaves() {
		this.api.join(this.consortium, this.centre, "2024-01-01").expect(201);
		assertThat(leave(this.centre, "2025-01-01").status()).isEqualTo(204);
		assertThat(membersOn("2023-12-31")).isEqualTo(1);
		assertThat(membersOn("2024-01-01")).isEqualTo(2);
		assertThat(membersOn("2024-12-31")).isEqualTo(2);
		assertThat(membersOn("2025-01-01")).isEqualTo(1);
		String organization = "/organizations/" + this.centre;
		assertThat(this.api.get(organization + "?asOf=2024-12-31").expect(200).path("consortiumId").asString())
			.isEqualTo(this.consortium.toString());
		assertThat(this.api.get(organization).expect(200).has("consortiumId")).isFalse();
		assertThat(this.api.get("/organizations?asOf=2024-06-01&consortiumId=" + this.consortium)
			.expect(200)
			.path("total")
			.asInt()).isEqualTo(2);
	}

	@Test
	void tellsByTheTagOfAnOrganizationThatItHasJoined() {
		String before = this.api.get("/organizations/" + this.centre).etag();
		this.api.join(this.consortium, this.centre, "2024-01-01").expect(201);
		assertThat(this.api.get("/organizations/" + this.centre).etag()).isNotEqualTo(before);
	}

	@Test
	void isInOneConsortiumAtAnyDate() {
		this.api.join(this.consortium, this.centre, "2024-01-01").expect(201);
		UUID other = this.api.consortium(this.county, this.api.hospital(this.county));
		JsonNode problem = this.api.join(other, this.centre, "2024-06-01").expect(409, "already-member");
		assertThat(problem.path("consortiumId").asString()).isEqualTo(this.consortium.toString());
		assertThat(problem.path("errors").get(0).path("pointer").asString()).isEqualTo("/organizationId");
		this.api.join(other, this.centre, "2023-06-01").expect(409, "already-member");
		leave(this.centre, "2024-09-01");
		this.api.join(other, this.centre, "2024-08-31").expect(409, "already-member");
		this.api.join(other, this.centre, "2024-09-01").expect(201);
	}

	@Test
	void takesManyOrNobody() {
		UUID clinic = this.api.clinic(this.county + "102201", this.centre);
		UUID stranger = this.api.hospital(Api.newCounty());
		UUID unknown = UUID.randomUUID();
		JsonNode errors = joinAll(List.of(this.centre, stranger, clinic, unknown, clinic)).expect(422, "invalid")
			.path("errors");
		assertThat(errors.valueStream()
			.map((error) -> error.path("pointer").asString() + " " + error.path("code").asString()))
			.containsExactly("/organizationIds/1 other-county", "/organizationIds/3 unknown-organization",
					"/organizationIds/4 repeated");
		assertThat(membersOn(this.today.toString())).isOne();
		JsonNode items = joinAll(List.of(this.centre, clinic)).expect(201).path("items");
		assertThat(items.size()).isEqualTo(2);
		JsonNode conflict = joinAll(List.of(this.centre)).expect(409, "already-member");
		assertThat(conflict.path("errors").get(0).path("pointer").asString()).isEqualTo("/organizationIds/0");
	}

	@Test
	void wantsOneOrganizationOrAList() {
		Map<String, Object> neither = Map.of("joinedOn", "2024-01-01");
		assertThat(this.api.post(this.members, neither).fieldProblem()).isEqualTo("/organizationId one-or-many");
		assertThat(joinAll(List.of()).fieldProblem()).isEqualTo("/organizationIds size");
	}

	@Test
	void takesWhoeverIsOpenFromThenOn() {
		UUID closing = this.api
			.post("/organizations", organization(this.county, "closedOn", this.today.plusYears(1).toString()))
			.id();
		assertThat(this.api.join(this.consortium, closing, "2024-01-01").fieldProblem())
			.isEqualTo("/organizationId not-active");
		UUID young = this.api.post("/organizations", organization(this.county, "openedOn", "2024-01-02")).id();
		assertThat(this.api.join(this.consortium, young, "2024-01-01").fieldProblem())
			.isEqualTo("/organizationId not-active");
		assertThat(this.api.join(this.consortium, this.centre, "2019-12-31").fieldProblem())
			.isEqualTo("/joinedOn not-before");
	}

	@Test
	void takesACityHospitalFromElsewhere() {
		UUID city = this.api.post("/organizations", organization(Api.newCounty(), "tier", "CITY")).id();
		this.api.join(this.consortium, city, "2024-01-01").expect(201);
	}

	@Test
	void takesBackAJoinOnTheDayItBegins() {
		String ahead = this.today.plusDays(10).toString();
		assertThat(this.api.join(this.consortium, this.centre, ahead).expect(201).path("joinedOn").asString())
			.isEqualTo(ahead);
		assertThat(membersOn(ahead)).isEqualTo(2);
		assertThat(leave(this.centre, ahead).status()).isEqualTo(204);
		assertThat(membersOn(ahead)).isOne();
		this.api.join(this.consortium, this.centre, "2024-01-01").expect(201);
		assertThat(leave(this.centre, "2023-12-31").fieldProblem()).isEqualTo("/leftOn not-before");
	}

	@Test
	void leavesAgainAfterItHasJoinedAgain() {
		this.api.join(this.consortium, this.centre, "2024-01-01").expect(201);
		String out = this.today.plusDays(10).toString();
		String backIn = this.today.plusDays(20).toString();
		leave(this.centre, out);
		this.api.join(this.consortium, this.centre, backIn).expect(201);
		String forGood = this.today.plusDays(30).toString();
		assertThat(leave(this.centre, forGood).status()).isEqualTo(204);
		assertThat(membersOn(backIn)).isEqualTo(2);
		assertThat(membersOn(forGood)).isOne();
		assertThat(leave(this.centre, backIn).status()).isEqualTo(204);
		assertThat(membersOn(backIn)).isOne();
		assertThat(membersOn(this.today.plusDays(9).toString())).isEqualTo(2);
		assertThat(membersOn(out)).isOne();
	}

	@Test
	void movesALeaveThatIsStillToCome() {
		this.api.join(this.consortium, this.centre, "2024-01-01").expect(201);
		leave(this.centre, this.today.plusDays(10).toString());
		leave(this.centre, this.today.plusDays(20).toString());
		assertThat(membersOn(this.today.plusDays(15).toString())).isEqualTo(2);
	}

	@Test
	void leavesTodayUnlessADateIsGiven() {
		this.api.join(this.consortium, this.centre, "2024-01-01").expect(201);
		assertThat(this.api.delete(this.members + "/" + this.centre).status()).isEqualTo(204);
		this.api.get(this.members + "/" + this.centre).expect(404, "not-found");
		this.api.delete(this.members + "/" + this.centre).expect(404, "not-found");
	}

	@Test
	void goesOutWithItsClosing() {
		this.api.join(this.consortium, this.centre, "2024-01-01").expect(201);
		JsonNode closed = this.api
			.post("/organizations/" + this.centre + "/closure", Map.of("closedOn", "2025-01-01", "reason", "撤并"))
			.expect(200);
		assertThat(closed.has("consortiumId")).isFalse();
		assertThat(membersOn("2024-12-31")).isEqualTo(2);
		assertThat(membersOn("2025-01-01")).isOne();
	}

	private Answer joinAll(List<UUID> organizations) {
		return this.api.post(this.members, Map.of("organizationIds", organizations, "joinedOn", "2024-01-01"));
	}

	private Answer leave(UUID organization, String date) {
		return this.api.delete(this.members + "/" + organization + "?leftOn=" + date);
	}

	private int membersOn(String date) {
		return this.api.get(this.members + "?asOf=" + date).expect(200).path("total").asInt();
	}

}

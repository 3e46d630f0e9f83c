package cn.yigongti.gateway;

import java.net.http.HttpRequest.BodyPublishers;

import cn.yigongti.gateway.running.Answer;
import cn.yigongti.gateway.running.RunningGateway;
import cn.yigongti.gateway.running.StubService.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;

class RoutingTests {

	private final RunningGateway gateway = RunningGateway.shared();

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			iam-service           | /oauth2/authorize /oauth2/jwks /login /logout /activate /userinfo
			iam-service           | /.well-known/openid-configuration /api/v1/me /api/v1/roles/1 /api/v1/permissions
			iam-service           | /api/v1/menus /api/v1/users/1/grants /api/v1/user-syncs/1 /api/v1/clients/1/secret
			iam-service           | /api/v1/resident-tokens /api/v1/audit-events /api/v1/activations /login/style.css
			org-service           | /api/v1/organizations /api/v1/organizations/1/closure /api/v1/organization-imports
			org-service           | /api/v1/consortia/1/members /api/v1/system-configs /api/v1/regions/500229/boundaries
			consultation-service  | /api/v1/consultation-centers/1/statistics /api/v1/consultation-relations
			consultation-service  | /api/v1/consultations /api/v1/consultations/1/report /api/v1/consultations/export
			referral-service      | /api/v1/referral-relations/auto-configurations /api/v1/referrals/1/return
			referral-service      | /api/v1/referrals /api/v1/referrals/export /api/v1/referral-events
			dashboard-service     | /api/v1/dashboard/overview /api/v1/indicators/x /api/v1/metric-values
			health-record-service | /api/v1/record-modules /api/v1/record-documents /api/v1/mobile/records/me/modules
			health-record-service | /api/v1/residents/lookups /api/v1/records/1/documents
			""")
	void sendsEachPathToItsService(String service, String paths) {
		for (String path : paths.split(" ", -1)) {
			this.gateway.service(service).requests().clear();
			Answer answer = this.gateway.browser("user-1").get(path);
			assertThat(answer.status()).as(path).isEqualTo(200);
			assertThat(this.gateway.service(service).requests()).extracting(Request::uri).contains(path);
		}
	}

	@Test
	void handsOnMethodQueryBodyAndAnswerUnchanged() {
		this.gateway.service("referral-service")
			.answer("/api/v1/referrals",
					(_, response) -> response.status(201)
						.header("Location", "/api/v1/referrals/1")
						.header("ETag", "\"1\"")
						.header("Cache-Control", "private")
						.sendString(Mono.just("{\"id\":\"1\"}"))
						.then());

		Answer answer = this.gateway.browser("user-1")
			.with("Idempotency-Key", "abc")
			.send("POST", "/api/v1/referrals?q=%E5%BC%A0%E4%B8%89&year=2026", BodyPublishers.ofString("{\"a\":\"张\"}"));

		Request request = this.gateway.service("referral-service").lastRequest();
		assertThat(request.method()).isEqualTo("POST");
		assertThat(request.uri()).isEqualTo("/api/v1/referrals?q=%E5%BC%A0%E4%B8%89&year=2026");
		assertThat(request.body()).isEqualTo("{\"a\":\"张\"}");
		assertThat(request.headers().get("Idempotency-Key")).isEqualTo("abc");
		assertThat(request.headers().get("Authorization")).startsWith("Bearer ");
		assertThat(answer.status()).isEqualTo(201);
		assertThat(answer.header("Location")).isEqualTo("/api/v1/referrals/1");
		assertThat(answer.header("ETag")).isEqualTo("\"1\"");
		assertThat(answer.header("Cache-Control")).isEqualTo("private");
		assertThat(answer.body()).isEqualTo("{\"id\":\"1\"}");
	}

	@ParameterizedTest
	@ValueSource(ints = { 400, 401, 403, 404, 409, 422, 500, 503 })
	void handsOnErrorsOfAServiceAsTheyAre(int status) {
		this.gateway.service("org-service").answer("/api/v1/organizations", status, "{\"code\":\"theirs\"}");
		Answer answer = this.gateway.browser("user-1").get("/api/v1/organizations");
		assertThat(answer.status()).isEqualTo(status);
		assertThat(answer.body()).isEqualTo("{\"code\":\"theirs\"}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/nothing", "/api/v1", "/api/v1/nothing", "/api/v2/referrals", "/fhir/Patient",
			"/api/v1/referralsandmore", "/actuator", "/actuator/env", "/actuator/gateway/routes", "/webjars/swagger-ui",
			"/v3/api-docs/nothing", "/error" })
	void knowsNoOtherPath(String path) {
		this.gateway.browser("user-1").get(path).isProblem(404, "not-found");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/v1/referrals/../../../actuator/health", "/login/../actuator/prometheus",
			"/api/v1/referrals/%2e%2e/%2e%2e/actuator", "/api/v1/referrals/..%2f..%2factuator",
			"/api/v1/referrals/..;/..;/actuator", "/oauth2//actuator", "/login/%5c..%5cactuator", "/login/%00" })
	void refusesPathsThatAServiceMightReadDifferently(String path) {
		this.gateway.browser("user-1").get(path).isProblem(400, "malformed");
		RunningGateway.SERVICES
			.forEach((name) -> assertThat(this.gateway.service(name).requests()).extracting(Request::path)
				.doesNotContain(path));
	}

	@Test
	void doesNotTakeMethodsThatOnlyEchoSecrets() {
		this.gateway.browser("user-1").send("TRACE", "/api/v1/me").isProblem(400, "malformed");
	}

}

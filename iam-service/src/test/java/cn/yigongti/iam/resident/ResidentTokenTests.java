package cn.yigongti.iam.resident;

import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;

import cn.yigongti.iam.testing.Api;
import cn.yigongti.iam.testing.Api.Answer;
import cn.yigongti.iam.testing.ConsoleSession;
import cn.yigongti.iam.testing.IamTest;
import cn.yigongti.platform.audit.AuditTrail;
import cn.yigongti.platform.resident.ResidentId;
import cn.yigongti.platform.resident.ResidentReferences;
import cn.yigongti.platform.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@IamTest
class ResidentTokenTests {

	private static final String NUMBER = "11010519491231002X";

	private final ResidentReferences references;

	private final AuditTrail audit;

	private final JdbcClient jdbc;

	private final int port;

	private final String client = UUID.randomUUID().toString();

	private final Api backend;

	@Autowired
	ResidentTokenTests(ResidentReferences references, AuditTrail audit, JdbcClient jdbc, @LocalServerPort int port) {
		this.references = references;
		this.audit = audit;
		this.jdbc = jdbc;
		this.port = port;
		UUID hospital = UUID.randomUUID();
		this.backend = new Api(port,
				TestTokens.client(this.client)
					.of(hospital)
					.mayInOrganization(hospital, "resident-token:issue")
					.bearer());
	}

	@Test
	void isBoundToTheResidentWithoutTheirNumberAndHoldsNoGrants() {
		Answer answer = issue(this.backend, "11010519491231002x").expect(200);
		JsonNode claims = ConsoleSession.claimsOf(answer.text("accessToken"));

		assertThat(claims.path("caller").asString()).isEqualTo("RESIDENT");
		assertThat(claims.path("sub").asString()).isEqualTo(reference());
		assertThat(claims.path("client_id").asString()).isEqualTo(this.client);
		assertThat(claims.path("aud").path(0).asString("") + claims.path("aud").asString("")).contains("yigongti");
		assertThat(claims.has("grants")).isFalse();
		assertThat(claims.path("access_as_of").propertyNames()).containsExactly("client:" + this.client);
		assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(900);
		assertThat(claims.toString()).doesNotContain(NUMBER);
		assertThat(answer.body().propertyNames()).containsExactlyInAnyOrder("accessToken", "tokenType", "expiresIn");
		assertThat(answer.response().headers().firstValue("Cache-Control")).hasValue("no-store");
	}

	@Test
	void isRefusedByWhatIsNotForResidents() {
		String token = issue(this.backend, NUMBER).expect(200).text("accessToken");
		Api resident = new Api(this.port, "Bearer " + token);

		Stream.of("/api/v1/me", "/api/v1/clients", "/api/v1/users", "/api/v1/menus")
			.forEach((path) -> resident.get(path).refused(403, "permission-missing"));
		issue(resident, NUMBER).refused(403, "permission-missing");
	}

	@ParameterizedTest
	@CsvSource({ "110105194912310021, check-digit, 18", "1101051949123I002X, malformed, 14",
			"110105194913310026, birth-date, 11", "1101051949, resident-id, 10" })
	void saysWhichCharacterIsWrong(String number, String code, String position) {
		Answer answer = issue(this.backend, number);

		answer.refused(422, "invalid");
		JsonNode error = answer.body().path("errors").path(0);
		assertThat(error.path("pointer").asString()).isEqualTo("/idNumber");
		assertThat(error.path("code").asString()).isEqualTo(code);
		assertThat(error.path("detail").asString()).contains(position);
		assertThat(answer.response().body()).doesNotContain(number);
	}

	@Test
	void isGivenToMachineClientsOfOrganizationsAlone() {
		issue(new Api(this.port, TestTokens.user().mayEverywhere("resident-token:issue").bearer()), NUMBER).refused(403,
				"mobile-backends-only");
		issue(new Api(this.port, TestTokens.client("operator").mayEverywhere("resident-token:issue").bearer()), NUMBER)
			.refused(403, "mobile-backends-only");
		issue(new Api(this.port, TestTokens.client(this.client).mayEverywhere("client:write").bearer()), NUMBER)
			.refused(403, "permission-missing");
	}

	@Test
	void isAuditedByReference() {
		issue(this.backend, NUMBER).expect(200);

		assertThat(this.jdbc.sql("""
				select resource_id from audit_event
				where caller = :client and action = 'resident-token:issue' and resident_hash = :resident""")
			.param("client", this.client)
			.param("resident", this.audit.resident(NUMBER).value())
			.query(String.class)
			.list()).containsExactly(reference());
	}

	private String reference() {
		return this.references.of(ResidentId.parse(NUMBER, LocalDate.of(2026, 11, 22)));
	}

	private static Answer issue(Api caller, String number) {
		return caller.post("/api/v1/resident-tokens", "{\"idNumber\": \"" + number + "\"}");
	}

}

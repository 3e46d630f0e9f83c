package cn.yigongti.referral.code;

import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import cn.yigongti.platform.test.Calls.Answer;
import cn.yigongti.platform.test.PeerServer;
import cn.yigongti.referral.County;
import cn.yigongti.referral.ReferralServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which character of a code is wrong is told in the answer, in either language. The codes
 * are those of the domain page: resident id, ICD-10 and gender.
 */
@ReferralServiceTest
class CodeApiTests {

	private static final String RESIDENT_ID = "500229190001010019";

	private final RestTestClient http;

	private final PeerServer peers;

	private County county;

	CodeApiTests(RestTestClient http, PeerServer peers) {
		this.http = http;
		this.peers = peers;
		this.county = County.unrelated(http, peers);
	}

	@BeforeEach
	void open() {
		this.county = County.related(this.http, this.peers);
	}

	@ParameterizedTest
	@CsvSource({ "500229190001010019, 1, J20.900", "500235190001010024, 2, I63.905a001", "11010519491231002X, 0, J20",
			"11010519491231002x, 9, S72.x01" })
	void soundCodesAreTaken(String residentId, String gender, String diagnosis) {
		ObjectNode application = this.county.application();
		((ObjectNode) application.path("patient")).put("idNumber", residentId).put("gender", gender);
		((ObjectNode) application.path("diagnosis")).put("code", diagnosis);
		this.county.townshipDoctor().post("/api/v1/referrals", application).is(201);
	}

	static Stream<Arguments> residentIdsOffByOne() {
		return IntStream.range(0, 18).boxed().flatMap((i) -> {
			char next = (char) ('0' + (RESIDENT_ID.charAt(i) - '0' + 1) % 10);
			Arguments digit = switch (i) {
				case 6 -> Arguments.of(with(i, next), "第 7 至 14 位", "characters 7 to 14");
				case 17 -> Arguments.of(with(i, next), "第 18 位校验码“0”", "character 18 is \"0\"");
				default -> Arguments.of(with(i, next), "第 18 位校验码“9”", "character 18 is \"9\"");
			};
			return Stream.of(digit,
					Arguments.of(with(i, 'O'), "第 %d 位“O”".formatted(i + 1), "character %d, \"O\"".formatted(i + 1)));
		});
	}

	private static String with(int position, char other) {
		return RESIDENT_ID.substring(0, position) + other + RESIDENT_ID.substring(position + 1);
	}

	@ParameterizedTest
	@MethodSource("residentIdsOffByOne")
	void aResidentIdThatIsWrongInOneCharacter(String number, String chinese, String english) {
		refuses("patient", "idNumber", number, chinese, english);
	}

	@ParameterizedTest
	@CsvSource({ "500229190013010019, 第 11 至 12 位“13”, 'characters 11 to 12, \"13\"'",
			"500229190002290019, 第 13 至 14 位“29”, 'characters 13 to 14, \"29\"'", "50022919000101001, 实为 17 位, has 17",
			"5002291900010100199, 实为 19 位, has 19" })
	void aResidentIdWithAWrongDateOrLength(String number, String chinese, String english) {
		refuses("patient", "idNumber", number, chinese, english);
	}

	@ParameterizedTest
	@CsvSource({ "j20.900, 1, j", "J2O.900, 3, O", "JZ0.900, 2, Z", "J20-900, 4, -", "J20.y00, 5, y", "J20.9O0, 6, O",
			"J20.90O, 7, O", "J20.9001, 8, 1", "J20.900A001, 8, A", "J2, 3, ''" })
	void aDiagnosisThatIsWrongInOneCharacter(String code, int position, String character) {
		refuses("diagnosis", "code", code, "第 %d 位“%s”".formatted(position, character),
				"character %d, \"%s\"".formatted(position, character));
	}

	@ParameterizedTest
	@CsvSource({ "3, 1, 3", "8, 1, 8", "12, 2, 2", "'', 1, ''" })
	void aGenderThatIsNone(String code, int position, String character) {
		refuses("patient", "gender", code, "第 %d 位“%s”".formatted(position, character),
				"character %d, \"%s\"".formatted(position, character));
	}

	private void refuses(String part, String field, String value, String chinese, String english) {
		assertThat(detail(part, field, apply(part, field, value, "zh-CN"))).contains(chinese);
		assertThat(detail(part, field, apply(part, field, value, "en"))).contains(english);
	}

	private Answer apply(String part, String field, String value, String language) {
		ObjectNode application = this.county.application();
		((ObjectNode) application.path(part)).put(field, value);
		return this.county.townshipDoctor()
			.call(HttpMethod.POST, "/api/v1/referrals", application, Map.of("Accept-Language", language));
	}

	private static String detail(String part, String field, Answer answer) {
		JsonNode errors = answer.is(422, "invalid").body().path("errors");
		assertThat(errors.size()).as(errors.toString()).isOne();
		assertThat(errors.get(0).path("pointer").asString()).isEqualTo("/" + part + "/" + field);
		return errors.get(0).path("detail").asString();
	}

}

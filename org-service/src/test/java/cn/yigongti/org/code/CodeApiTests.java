package cn.yigongti.org.code;

import java.util.stream.IntStream;
import java.util.stream.Stream;

import cn.yigongti.org.Api;
import cn.yigongti.platform.test.ServiceTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import org.springframework.test.context.TestConstructor;
import org.springframework.test.web.servlet.client.RestTestClient;

import static cn.yigongti.org.Api.organization;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which character of a code is wrong is told in the answer, in either language. The codes
 * are those of the domain page: division, organization type and credit code.
 */
@ServiceTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class CodeApiTests {

	private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

	private static final String CREDIT_CODE = "125002350000020222";

	private static final String DIVISION = "500229102202";

	private static final String TYPE = "C210";

	private final Api api;

	CodeApiTests(RestTestClient http) {
		this.api = Api.administrator(http);
	}

	@ParameterizedTest
	@CsvSource({ "regionCode, 500229", "regionCode, 500229102", "regionCode, 500229102202", "type, A100", "type, A210",
			"type, B100", "type, C210", "type, C220", "type, G100" })
	void soundCodesAreTaken(String field, String code) {
		this.api.post("/organizations", organization("500238", field, code)).expect(201);
	}

	@Test
	void aCreditCodeWithItsCheckCharacterIsTaken() {
		String code = CreditCodes.valid("12" + Api.newCounty() + "000002022");
		this.api.post("/organizations", organization("500238", "creditCode", code)).expect(201);
	}

	static Stream<Arguments> creditCodesOffByOne() {
		return IntStream.range(0, CREDIT_CODE.length()).boxed().flatMap((i) -> {
			int value = ALPHABET.indexOf(CREDIT_CODE.charAt(i));
			String next = with(CREDIT_CODE, i, ALPHABET.charAt((value + 1) % ALPHABET.length()));
			char check = CreditCode.checkCharacter(next);
			return Stream.of(
					Arguments.of("creditCode", next, "第 18 位校验码“%s”不对，应为“%s”".formatted(next.charAt(17), check),
							"check character 18 is \"%s\" and should be \"%s\"".formatted(next.charAt(17), check)),
					malformed("creditCode", CREDIT_CODE, i, 'O'));
		});
	}

	static Stream<Arguments> divisionsOffByOne() {
		Stream<Arguments> characters = IntStream.range(0, DIVISION.length())
			.mapToObj((i) -> malformed("regionCode", DIVISION, i, 'O'));
		String province = "第 1-2 位“%s”不是省级代码";
		return Stream.concat(characters,
				Stream.of(
						Arguments.of("regionCode", "600229102202", province.formatted("60"),
								"characters 1-2, \"60\", are no province"),
						Arguments.of("regionCode", "490229102202", province.formatted("49"),
								"characters 1-2, \"49\", are no province"),
						Arguments.of("regionCode", "500229112", "该县没有此区划", "is no division of this county"),
						Arguments.of("regionCode", "500229102203", "该县没有此区划", "is no division of this county")));
	}

	static Stream<Arguments> typesOffByOne() {
		return Stream.concat(Stream.of(malformed("type", TYPE, 0, 'I'), malformed("type", TYPE, 0, 'c')),
				IntStream.range(1, TYPE.length()).mapToObj((i) -> malformed("type", TYPE, i, 'O')));
	}

	private static Arguments malformed(String field, String code, int position, char other) {
		return Arguments.of(field, with(code, position, other), "第 %d 位“%s”不合编码规则".formatted(position + 1, other),
				"character %d, \"%s\", does not fit the code".formatted(position + 1, other));
	}

	private static String with(String code, int position, char other) {
		return code.substring(0, position) + other + code.substring(position + 1);
	}

	@ParameterizedTest
	@MethodSource({ "creditCodesOffByOne", "divisionsOffByOne", "typesOffByOne" })
	@CsvSource({ "creditCode, 12500235000002022, '长度应为 18 位，实为 17 位', should have 18 characters and has 17",
			"regionCode, 50022910, '长度应为 6/9/12 位，实为 8 位', should have 6/9/12 characters and has 8",
			"type, C2, '长度应为 4 位，实为 2 位', should have 4 characters and has 2" })
	void aCodeThatIsWrongInOneCharacter(String field, String code, String chinese, String english) {
		assertThat(detail(this.api, field, code)).isEqualTo(chinese);
		assertThat(detail(this.api.inEnglish(), field, code)).isEqualTo(english);
	}

	private static String detail(Api caller, String field, String code) {
		JsonNode errors = caller.post("/organizations", organization("500238", field, code))
			.expect(422, "invalid")
			.path("errors");
		assertThat(errors.size()).as(errors.toString()).isOne();
		assertThat(errors.get(0).path("pointer").asString()).isEqualTo("/" + field);
		return errors.get(0).path("detail").asString();
	}

}

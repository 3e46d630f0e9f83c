package cn.yigongti.org.code;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import static org.assertj.core.api.Assertions.assertThat;

class CreditCodeProperties {

	private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

	@Property
	void acceptsACodeWithItsCheckCharacter(@ForAll("valid") String code) {
		assertThat(CreditCode.flawIn(code)).isEmpty();
		assertThat(new CreditCode(code)).hasToString(code);
	}

	@Property
	void noticesAnySingleCharacterThatIsAnother(@ForAll("valid") String code, @ForAll @IntRange(max = 17) int position,
			@ForAll("character") char other) {
		Assume.that(code.charAt(position) != other);
		assertThat(CreditCode.flawIn(with(code, position, other))).hasValueSatisfying((flaw) -> {
			assertThat(flaw.kind()).isEqualTo("check-digit");
			assertThat(flaw.arguments()).startsWith(18);
		});
	}

	@Property
	void noticesTwoDifferentNeighboursThatAreSwapped(@ForAll("valid") String code,
			@ForAll @IntRange(max = 15) int position) {
		Assume.that(code.charAt(position) != code.charAt(position + 1));
		String swapped = with(with(code, position, code.charAt(position + 1)), position + 1, code.charAt(position));
		assertThat(CreditCode.flawIn(swapped)).isPresent();
	}

	@Property
	void namesThePositionOfACharacterThatNeverOccurs(@ForAll("valid") String code,
			@ForAll @IntRange(max = 17) int position, @ForAll("foreign") char foreign) {
		assertThat(CreditCode.flawIn(with(code, position, foreign)))
			.contains(CodeFlaw.character(position + 1, foreign));
	}

	@Provide
	Arbitrary<String> valid() {
		return Arbitraries.strings()
			.withChars(ALPHABET)
			.ofLength(17)
			.map((start) -> start + CreditCode.checkCharacter(start));
	}

	@Provide
	Arbitrary<Character> character() {
		return Arbitraries.chars().with(ALPHABET);
	}

	@Provide
	Arbitrary<Character> foreign() {
		return Arbitraries.chars().with("IOSVZaz-*中 ");
	}

	private static String with(String code, int position, char other) {
		return code.substring(0, position) + other + code.substring(position + 1);
	}

}

package cn.yigongti.platform.resident;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

import cn.yigongti.platform.crypto.KeyedHash;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ResidentReferencesTests {

	private static final String NUMBER = "11010519491231002X";

	private final ResidentReferences references = withKey("a key that two services share, only");

	@Test
	void twoServicesWithOneKeyComeToOneReference() {
		String same = withKey("a key that two services share, only").of(resident("11010519491231002x"));

		assertThat(this.references.of(resident(NUMBER))).isEqualTo(same).hasSize(43).doesNotContain(NUMBER);
	}

	@Test
	void anotherKeyOrAnotherResidentIsAnotherReference() {
		assertThat(withKey("a key that belongs to someone else").of(resident(NUMBER)))
			.isNotEqualTo(this.references.of(resident(NUMBER)));
		assertThat(this.references.of(resident("500229190001010019")))
			.isNotEqualTo(this.references.of(resident(NUMBER)));
	}

	private static ResidentId resident(String number) {
		return ResidentId.parse(number, LocalDate.of(2026, 11, 22));
	}

	private static ResidentReferences withKey(String key) {
		return new ResidentReferences(new KeyedHash(key.getBytes(StandardCharsets.UTF_8)));
	}

}

package cn.yigongti.patient;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import cn.yigongti.platform.crypto.FieldCipher;
import cn.yigongti.platform.crypto.KeyRing;
import cn.yigongti.platform.crypto.KeyedHash;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PatientSealTests {

	private final PatientSeal seal = new PatientSeal(new FieldCipher(new byte[32]), new KeyedHash(new byte[32]));

	private final Patient patient = new Patient("欧阳 娜娜", "500235190001010024", "2", LocalDate.of(1900, 1, 1),
			"13800000001");

	@Test
	void opensWhatItSealed() {
		SealedPatient sealed = this.seal.seal(this.patient);
		assertThat(sealed.toString()).doesNotContain("欧阳", "500235190001010024", "13800000001");
		assertThat(this.seal.open(sealed)).isEqualTo(this.patient);
	}

	@Test
	void findsANameHoweverItIsSpaced() {
		assertThat(this.seal.nameHashes("欧阳娜娜")).containsExactly(this.seal.seal(this.patient).nameHash());
		assertThat(this.seal.nameHashes("欧阳娜")).isNotEqualTo(this.seal.nameHashes("欧阳娜娜"));
	}

	@Test
	void findsANameByAnyTwoLettersOrMoreThatFollowEachOther() {
		List<String> stored = this.seal.seal(this.patient).nameParts();
		assertThat(stored).hasSize(3);
		for (String part : List.of("欧阳", "阳 娜", "娜娜", "欧阳娜", "欧阳娜娜")) {
			assertThat(stored).as(part).containsAll(this.seal.containedInName(part).getFirst());
		}
		for (String other : List.of("欧娜", "阳欧", "欧阳修", "娜娜娜欧")) {
			assertThat(stored.containsAll(this.seal.containedInName(other).getFirst())).as(other).isFalse();
		}
		assertThat(this.seal.containedInName("欧")).isEmpty();
	}

	@Test
	void takesALetterOutsideOfTheFirstPlaneForOne() {
		assertThat(PatientSeal.nameParts("𠮷野家")).containsExactly("name-part:𠮷野", "name-part:野家");
	}

	@Test
	void looksForThePartsByEachVersionOfTheKey() {
		KeyRing both = KeyRing.of(2, Map.of(1, new byte[32], 2, new byte[64]));
		PatientSeal replacing = new PatientSeal(new FieldCipher(new byte[32]), new KeyedHash(both));
		assertThat(replacing.containedInName("欧阳娜")).hasSize(2)
			.contains(this.seal.containedInName("欧阳娜").getFirst(), replacing.namePartHashes("欧阳娜"));
	}

	@Test
	void findsAnIdNumberInEitherCase() {
		assertThat(this.seal.idNumberHashes(" 11010519491231002x"))
			.isEqualTo(this.seal.idNumberHashes("11010519491231002X"));
		assertThat(this.seal.idNumberHashes("1")).isNotEqualTo(this.seal.nameHashes("1"))
			.isNotEqualTo(this.seal.phoneHashes("1"));
	}

	@Test
	void findsAPhoneHoweverItIsWritten() {
		assertThat(this.seal.phoneHashes("138 0000 0001")).containsExactly(this.seal.seal(this.patient).phoneHash());
		assertThat(this.seal.phoneHashes("023-70000001")).isEqualTo(this.seal.phoneHashes("02370000001"));
	}

	@Test
	void masksWhatTellsWhoItIs() {
		Patient masked = this.patient.masked();
		assertThat(masked.idNumber()).isEqualTo("500235********0024");
		assertThat(masked.phone()).isEqualTo("138****0001");
		assertThat(masked.name()).startsWith("欧").doesNotContain("娜");
		assertThat(this.patient.toString()).isEqualTo("patient");
	}

}

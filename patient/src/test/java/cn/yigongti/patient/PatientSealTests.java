package cn.yigongti.patient;

import java.time.LocalDate;

import cn.yigongti.platform.crypto.FieldCipher;
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

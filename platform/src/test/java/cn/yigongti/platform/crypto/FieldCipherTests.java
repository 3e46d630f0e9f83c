package cn.yigongti.platform.crypto;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class FieldCipherTests {

	private final FieldCipher cipher = new FieldCipher(new byte[32]);

	@Test
	void readsWhatItWrote() {
		assertThat(this.cipher.decrypt(this.cipher.encrypt("张三 500229190001010019")))
			.isEqualTo("张三 500229190001010019");
	}

	@Test
	void writesTheSameTextDifferentlyEachTime() {
		assertThat(this.cipher.encrypt("a")).isNotEqualTo(this.cipher.encrypt("a"));
	}

	@Test
	void refusesWhatWasTamperedWith() {
		String stored = this.cipher.encrypt("a");
		char last = stored.charAt(10);
		String tampered = stored.substring(0, 10) + ((last == 'A') ? 'B' : 'A') + stored.substring(11);
		assertThatIllegalStateException().isThrownBy(() -> this.cipher.decrypt(tampered));
	}

	@Test
	void refusesAShortKey() {
		assertThatIllegalArgumentException().isThrownBy(() -> new FieldCipher(new byte[16]));
	}

}

package cn.yigongti.platform.crypto;

import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.Test;

import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class KeyVersionTests {

	private static final byte[] FIRST = key(1);

	private static final byte[] SECOND = key(2);

	private final KeyRing both = KeyRing.of(2, Map.of(1, FIRST, 2, SECOND));

	@Test
	void readsOldValuesAndWritesNewOnes() {
		FieldCipher cipher = new FieldCipher(this.both);
		assertThat(cipher.decrypt(new FieldCipher(FIRST).encrypt("张三"))).isEqualTo("张三");
		String written = cipher.encrypt("张三");
		assertThat(written).startsWith("2:");
		assertThat(new FieldCipher(KeyRing.of(2, Map.of(2, SECOND))).decrypt(written)).isEqualTo("张三");
	}

	@Test
	void namesTheVersionThatIsMissing() {
		String old = new FieldCipher(FIRST).encrypt("张三");
		FieldCipher cipher = new FieldCipher(KeyRing.of(2, Map.of(2, SECOND)));
		assertThatExceptionOfType(KeyVersionMissing.class).isThrownBy(() -> cipher.decrypt(old))
			.withMessageContaining("version 1")
			.withMessageContaining("[2]")
			.withMessageNotContaining("张三");
	}

	@Test
	void refusesWhatWasNeverEncrypted() {
		FieldCipher cipher = new FieldCipher(this.both);
		for (String text : new String[] { "", "张三", "1:", "1:x", "1:AAAA", "0:AAAA", "99999999999:AAAA" }) {
			assertThatIllegalStateException().as(text).isThrownBy(() -> cipher.decrypt(text));
		}
	}

	@Test
	void findsByTheHashesOfAllVersions() {
		KeyedHash hash = new KeyedHash(this.both);
		String old = new KeyedHash(FIRST).of("138");
		assertThat(hash.of("138")).startsWith("2:");
		assertThat(hash.allOf("138")).containsExactly(hash.of("138"), old);
		assertThat(hash.matches("138", old)).isTrue();
		assertThat(hash.matches("138", hash.of("138"))).isTrue();
		assertThat(hash.matches("139", old)).isFalse();
		assertThatExceptionOfType(KeyVersionMissing.class)
			.isThrownBy(() -> new KeyedHash(FIRST).matches("138", hash.of("138")));
	}

	@Test
	void locksAlikeBeforeAndAfterTheKeyIsReplaced() {
		KeyedHash before = new KeyedHash(FIRST);
		KeyedHash readable = new KeyedHash(KeyRing.of(1, Map.of(1, FIRST, 2, SECOND)));
		KeyedHash after = new KeyedHash(this.both);
		assertThat(after.oldestOf("x")).isEqualTo(readable.oldestOf("x")).isEqualTo(before.oldestOf("x"));
	}

	@Test
	void takesAPlainKeyForVersionOne() {
		KeyRing ring = ring(Map.of("k", base64(FIRST)));
		assertThat(ring.current()).isOne();
		assertThat(ring.key(1)).isEqualTo(FIRST);
	}

	@Test
	void readsVersionsBesideThePlainKeyAndWithoutIt() {
		KeyRing beside = ring(Map.of("k", base64(FIRST), "k.versions.2", base64(SECOND), "k.current", "2"));
		assertThat(beside.versions()).containsExactly(1, 2);
		assertThat(beside.current()).isEqualTo(2);
		assertThat(beside.key(1)).isEqualTo(FIRST);
		KeyRing alone = ring(Map.of("k.versions.2", base64(SECOND)));
		assertThat(alone.current()).isEqualTo(2);
	}

	@Test
	void refusesToGuess() {
		Map<String, Object> unsaid = Map.of("k", base64(FIRST), "k.versions.2", base64(SECOND));
		assertThatIllegalStateException().isThrownBy(() -> ring(unsaid)).withMessageContaining("k.current");
		Map<String, Object> absent = Map.of("k", base64(FIRST), "k.current", "2");
		assertThatIllegalStateException().isThrownBy(() -> ring(absent)).withMessageContaining("[1]");
		Map<String, Object> twice = Map.of("k", base64(FIRST), "k.versions.1", base64(SECOND));
		assertThatIllegalStateException().isThrownBy(() -> ring(twice)).withMessageContaining("twice");
		assertThatIllegalStateException().isThrownBy(() -> ring(Map.of())).withMessageContaining("k is missing");
	}

	@Test
	void tellsNoKey() {
		assertThat(Objects.toString(this.both)).doesNotContain(base64(FIRST), base64(SECOND)).contains("current 2");
	}

	private static KeyRing ring(Map<String, Object> properties) {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().addFirst(new MapPropertySource("test", properties));
		return KeyRing.from(environment, "k");
	}

	private static byte[] key(int fill) {
		byte[] key = new byte[32];
		Arrays.fill(key, (byte) fill);
		return key;
	}

	private static String base64(byte[] key) {
		return Base64.getEncoder().encodeToString(key);
	}

}

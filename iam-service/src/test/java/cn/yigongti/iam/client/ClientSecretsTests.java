package cn.yigongti.iam.client;

import java.util.Arrays;
import java.util.Map;

import cn.yigongti.platform.crypto.KeyRing;
import cn.yigongti.platform.crypto.KeyedHash;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ClientSecretsTests {

	@Test
	void acceptsSecretsHashedBeforeTheKeyWasReplaced() {
		byte[] first = new byte[32];
		byte[] second = new byte[32];
		Arrays.fill(second, (byte) 2);
		ClientSecrets before = new ClientSecrets(new KeyedHash(first));
		ClientSecrets after = new ClientSecrets(new KeyedHash(KeyRing.of(2, Map.of(1, first, 2, second))));
		assertThat(after.matches("secret", before.encode("secret"))).isTrue();
		assertThat(after.matches("secret", after.encode("secret"))).isTrue();
		assertThat(after.matches("other", before.encode("secret"))).isFalse();
		assertThat(after.encode("secret")).startsWith("2:");
	}

}

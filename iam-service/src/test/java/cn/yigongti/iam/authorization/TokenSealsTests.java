package cn.yigongti.iam.authorization;

import java.util.Arrays;
import java.util.Map;

import cn.yigongti.platform.crypto.KeyRing;
import cn.yigongti.platform.crypto.KeyedHash;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TokenSealsTests {

	@Test
	void findsTokensSealedBeforeTheKeyWasReplaced() {
		byte[] first = new byte[32];
		byte[] second = new byte[32];
		Arrays.fill(second, (byte) 2);
		TokenSeals before = new TokenSeals(new KeyedHash(first));
		TokenSeals after = new TokenSeals(new KeyedHash(KeyRing.of(2, Map.of(1, first, 2, second))));
		assertThat(after.allOf("token")).hasSize(2)
			.containsAll(before.allOf("token"))
			.allMatch((sealed) -> sealed.startsWith("h:") && !sealed.contains("token"));
	}

}

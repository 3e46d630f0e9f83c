package cn.yigongti.dev.secrets;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class SecretsTests {

	@TempDir
	Path folder;

	@Test
	void areTheSameForAStateFolderEverAfter() {
		Path file = this.folder.resolve("secrets");
		String password = Secrets.in(file).password("somebody");
		String key = Secrets.in(file).key("field");
		assertThat(Secrets.in(file).password("somebody")).isEqualTo(password);
		assertThat(Secrets.in(file).key("field")).isEqualTo(key);
	}

	@Test
	void differFromFolderToFolderAndFromNameToName() {
		Secrets secrets = Secrets.in(this.folder.resolve("one"));
		String secret = secrets.machineSecret("redis");
		assertThat(secrets.machineSecret("postgres")).isNotEqualTo(secret);
		assertThat(Secrets.in(this.folder.resolve("other")).machineSecret("redis")).isNotEqualTo(secret);
	}

	@Test
	void areReadableByTheirOwnerAlone() throws Exception {
		Path file = this.folder.resolve("secrets");
		Secrets.in(file).machineSecret("redis");
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
	}

	@Test
	void meetTheRulesForPasswords() {
		Secrets secrets = Secrets.in(this.folder.resolve("secrets"));
		for (int i = 0; i < 20; i++) {
			assertThat(secrets.password("person-" + i)).hasSize(19).matches("(?=.*[A-Z])(?=.*[a-z])(?=.*\\d).*-.*");
		}
	}

	@Test
	void makeKeysOf256Bits() {
		assertThat(Base64.getDecoder().decode(Secrets.in(this.folder.resolve("secrets")).key("hash"))).hasSize(32);
	}

}

package cn.yigongti.dev.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class JournalTests {

	@TempDir
	Path folder;

	@Test
	void doesADeedOnceHoweverOftenItIsTakenUpAgain() throws Exception {
		AtomicInteger deeds = new AtomicInteger();
		for (int run = 0; run < 3; run++) {
			Journal journal = Journal.in(file());
			assertThat(journal.once("client/his", () -> "secret " + deeds.incrementAndGet())).isEqualTo("secret 1");
			assertThat(journal.get("client/his")).isEqualTo("secret 1");
		}
	}

	@Test
	void doesADeedAgainWhenItShallComeToSomethingElse() throws Exception {
		AtomicInteger deeds = new AtomicInteger();
		for (String address : new String[] { "one", "one", "two", "one" }) {
			Journal.in(file()).unless("address", address, deeds::incrementAndGet);
			assertThat(Journal.in(file()).get("address")).isEqualTo(address);
		}
		assertThat(deeds).hasValue(3);
	}

	@Test
	void remembersNothingOfADeedThatFailed() {
		Journal journal = Journal.in(file());
		assertThatExceptionOfType(LoadFailed.class).isThrownBy(() -> journal.once("organization/1", () -> {
			throw new LoadFailed("refused");
		}));
		assertThat(journal.find("organization/1")).isEmpty();
		assertThat(Journal.in(file()).find("organization/1")).isEmpty();
	}

	@Test
	void passesOverALineThatACrashCutOff() throws Exception {
		Journal.in(file()).once("one", () -> "1");
		Files.writeString(file(), Files.readString(file()) + "two\tsecre");
		assertThat(Journal.in(file()).find("one")).contains("1");
		assertThat(Journal.in(file()).find("two")).isEmpty();
	}

	@Test
	void goesOnAfterSuchALine() throws Exception {
		Files.writeString(file(), "one\t1\ntwo\tsecre");
		Journal.in(file()).once("three", () -> "3");
		assertThat(Journal.in(file()).find("three")).contains("3");
		assertThat(Journal.in(file()).find("two")).isEmpty();
	}

	@Test
	void isReadableByItsOwnerAlone() throws Exception {
		Journal.in(file()).once("client/his", () -> "secret");
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file()))).isEqualTo("rw-------");
	}

	private Path file() {
		return this.folder.resolve("demo.journal");
	}

}

package cn.yigongti.dev.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class LeashTests {

	@TempDir
	Path folder;

	@Test
	void canKeepAProgramsOwnClassesOutOfTheClassPath() throws Exception {
		Path log = this.folder.resolve("sleeper.log");
		JavaProgram program = new JavaProgram("sleeper", List.of("-D" + Leash.OWN_JARS + "=" + place(Sleeper.class)),
				List.of(place(Leash.class)), Sleeper.class.getName(), List.of());
		try (ChildProcess child = program.start(log)) {
			child.awaitReady(() -> contains(log, "started"), Duration.ofSeconds(30));
		}
		assertThat(log).content().contains("ended in good order");
	}

	private static boolean contains(Path log, String text) {
		try {
			return Files.readString(log).contains(text);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Path place(Class<?> type) throws Exception {
		return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
	}

}

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
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

class ChildProcessTests {

	private static final Duration LIMIT = Duration.ofSeconds(30);

	@TempDir
	Path folder;

	@Test
	void endsInGoodOrderWhenClosed() throws Exception {
		Path log = this.folder.resolve("sleeper.log");
		ChildProcess child = Sleeper.program().start(log);
		child.awaitReady(() -> text(log).contains("started"), LIMIT);
		child.close();
		assertThat(child.handle().isAlive()).isFalse();
		assertThat(text(log)).contains("ended in good order");
	}

	@Test
	void endsWhenItsParentIsKilled() throws Exception {
		Path parentLog = this.folder.resolve("parent.log");
		Path childLog = this.folder.resolve("child.log");
		ChildProcess parent = Sleeper.program(childLog.toString()).start(parentLog);
		parent.awaitReady(() -> text(parentLog).contains("started"), LIMIT);
		long pid = Long.parseLong(text(parentLog).lines().findFirst().orElseThrow().replaceAll("\\D", ""));
		ProcessHandle child = ProcessHandle.of(pid).orElseThrow();
		await().atMost(LIMIT).until(() -> text(childLog).contains("started"));

		parent.handle().destroyForcibly();

		await().atMost(LIMIT).until(() -> !child.isAlive());
		assertThat(text(childLog)).contains("ended in good order");
	}

	@Test
	void doesNotHearTheCtrlCThatATerminalSendsToAll() throws Exception {
		Path log = this.folder.resolve("sleeper.log");
		try (ChildProcess child = Sleeper.program().start(log)) {
			child.awaitReady(() -> text(log).contains("started"), LIMIT);
			assertThat(new ProcessBuilder("kill", "-INT", String.valueOf(child.handle().pid())).start().waitFor())
				.isZero();
			// A thread dump shows that it has handled signals since.
			new ProcessBuilder("kill", "-QUIT", String.valueOf(child.handle().pid())).start().waitFor();
			await().atMost(LIMIT).until(() -> text(log).contains("Full thread dump"));
			assertThat(child.handle().isAlive()).isTrue();
			assertThat(text(log)).doesNotContain("ended in good order");
		}
	}

	@Test
	void showsTheEndOfItsLogWhenItFails() {
		Path log = this.folder.resolve("broken.log");
		JavaProgram broken = new JavaProgram("broken", List.of(), Sleeper.program().classpath(), "no.such.Program",
				List.of());
		try (ChildProcess child = broken.start(log)) {
			assertThatExceptionOfType(ProgramFailed.class).isThrownBy(() -> child.awaitReady(() -> false, LIMIT))
				.withMessageStartingWith("broken ended with status 1")
				.withMessageContaining("ClassNotFoundException: no.such.Program");
		}
	}

	@Test
	void waitsForWhatAKilledRunLeftBehindButNotForStrangers() throws Exception {
		Path file = this.folder.resolve("children");
		Path log = this.folder.resolve("sleeper.log");
		ChildProcess child = Sleeper.program().start(log);
		new LeftOvers(file).remember(List.of(child.handle()));
		String stranger = ProcessHandle.current().pid() + " 1970-01-01T00:00:00Z";
		Files.write(file, List.of(Files.readString(file).strip(), stranger));
		Thread.ofVirtual().start(child::close);
		new LeftOvers(file).awaitEnd();
		assertThat(child.handle().isAlive()).isFalse();
	}

	@Test
	void countsTheMemoryOfProcesses() {
		if (Files.exists(Path.of("/proc/self/status"))) {
			assertThat(Memory.of(ProcessHandle.current())).isGreaterThan(10_000_000);
			assertThat(Memory.ofThisProcessAndBelow()).isPresent();
		}
	}

	private static String text(Path log) {
		try {
			return Files.exists(log) ? Files.readString(log) : "";
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}

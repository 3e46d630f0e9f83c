package cn.yigongti.dev.scripts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * scripts/stale-modules.sh, in a made-up project of two modules.
 */
class StaleModulesTests {

	private static final Path SCRIPT = Path.of("..", "scripts", "stale-modules.sh");

	private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

	private static final Instant LATER = LONG_AGO.plusSeconds(60);

	@TempDir
	Path project;

	@BeforeEach
	void build() throws Exception {
		Path script = this.project.resolve("scripts/stale-modules.sh");
		Files.createDirectories(script.getParent());
		Files.copy(SCRIPT, script, StandardCopyOption.COPY_ATTRIBUTES);
		for (String file : List.of("pom.xml", "platform/pom.xml", "platform/src/main/P.java", "gateway/pom.xml",
				"gateway/src/main/java/G.java", "gateway/src/test/java/T.java", "dev/pom.xml", "dev/src/main/D.java")) {
			Files.createDirectories(this.project.resolve(file).getParent());
			Files.writeString(this.project.resolve(file), "");
		}
		for (String module : List.of("gateway", "dev")) {
			Files.createDirectories(this.project.resolve(module).resolve("target"));
			Files.writeString(this.project.resolve(module).resolve("target/built"), "");
		}
		try (Stream<Path> files = Files.walk(this.project)) {
			for (Path file : files.toList()) {
				Files.setLastModifiedTime(file, FileTime.from(LONG_AGO));
			}
		}
	}

	@Test
	void areNoneAfterABuild() throws Exception {
		assertThat(stale()).isEmpty();
	}

	@Test
	void areThoseWithAChangedSource() throws Exception {
		touch("gateway/src/main/java/G.java");
		assertThat(stale()).containsExactly("gateway");
	}

	@Test
	void areThoseWhereASourceWasDeleted() throws Exception {
		Files.delete(this.project.resolve("gateway/src/main/java/G.java"));
		touch("gateway/src/main/java");
		assertThat(stale()).containsExactly("gateway");
	}

	@Test
	void areAllWhenSomethingSharedChanged() throws Exception {
		touch("platform/src/main/P.java");
		assertThat(stale()).containsExactly("gateway", "dev");
	}

	@Test
	void areThoseWhoseBuildWasBrokenOff() throws Exception {
		Files.delete(this.project.resolve("dev/target/built"));
		assertThat(stale()).containsExactly("dev");
	}

	@Test
	void areNoneWhenOnlyATestChanged() throws Exception {
		touch("gateway/src/test/java/T.java");
		assertThat(stale()).isEmpty();
	}

	private void touch(String file) throws IOException {
		Files.setLastModifiedTime(this.project.resolve(file), FileTime.from(LATER));
	}

	private List<String> stale() throws IOException, InterruptedException {
		Process process = new ProcessBuilder(this.project.resolve("scripts/stale-modules.sh").toString(), "gateway",
				"dev")
			.redirectErrorStream(true)
			.start();
		List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines()
			.toList();
		assertThat(process.waitFor()).isZero();
		return lines;
	}

}

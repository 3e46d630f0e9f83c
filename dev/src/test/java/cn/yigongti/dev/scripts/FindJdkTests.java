package cn.yigongti.dev.scripts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * scripts/find-jdk.sh, with made-up JDKs.
 */
class FindJdkTests {

	private static final Path SCRIPT = Path.of("..", "scripts", "find-jdk.sh").toAbsolutePath().normalize();

	private static final String NOWHERE = "/nowhere/*";

	@TempDir
	Path folder;

	@Test
	void takesJavaHomeFirst() throws Exception {
		Path jdk = jdk("preferred", "25.0.3");
		Path other = jdk("other", "25");
		Answer answer = ask(jdk.toString(), other.resolve("bin"), other.toString());
		assertThat(answer).isEqualTo(new Answer(0, jdk.toString(), ""));
	}

	@Test
	void passesOverAnOldJavaHome() throws Exception {
		Path jdk = jdk("right", "25.0.1");
		Answer answer = ask(jdk("old", "17.0.15").toString(), jdk.resolve("bin"), NOWHERE);
		assertThat(answer.output()).isEqualTo(jdk.toRealPath().toString());
	}

	@Test
	void followsTheLinksOfAJavacOnThePath() throws Exception {
		Path jdk = jdk("linked", "25.0.1");
		Path bin = Files.createDirectories(this.folder.resolve("usr/bin"));
		Files.createSymbolicLink(bin.resolve("javac"), jdk.resolve("bin/javac"));
		assertThat(ask("", bin, NOWHERE).output()).isEqualTo(jdk.toRealPath().toString());
	}

	@Test
	void looksInTheUsualPlaces() throws Exception {
		jdk("jvm/java-17", "17.0.15");
		jdk("jvm/java-21", "21.0.1");
		Path jdk = jdk("jvm/temurin-25", "25.0.3");
		jdk("jvm/zulu-26", "26");
		assertThat(ask("", null, this.folder + "/jvm/*").output()).isEqualTo(jdk.toString());
	}

	@Test
	void takesNoRuntimeWithoutACompiler() throws Exception {
		Path runtime = jdk("jre", "25");
		Files.delete(runtime.resolve("bin/javac"));
		assertThat(ask(runtime.toString(), null, NOWHERE).status()).isEqualTo(1);
	}

	@Test
	void asksTheCompilerWhereThereIsNoReleaseFile() throws Exception {
		Path jdk = jdk("plain", "25.0.1");
		Files.delete(jdk.resolve("release"));
		assertThat(ask(jdk.toString(), null, NOWHERE).output()).isEqualTo(jdk.toString());
	}

	@Test
	void saysPlainlyWhatIsMissing() throws Exception {
		Path old = jdk("old", "17.0.15");
		Answer answer = ask(old.toString(), null, NOWHERE);
		assertThat(answer.status()).isEqualTo(1);
		assertThat(answer.output()).isEmpty();
		assertThat(answer.error()).startsWith("A JDK 25 is missing.")
			.contains("JAVA_HOME is " + old + ", which is not a JDK 25")
			.contains("Install one");
	}

	private Path jdk(String name, String version) throws IOException {
		Path jdk = this.folder.resolve(name);
		script(jdk.resolve("bin/javac"), "echo javac " + version);
		Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
		return jdk;
	}

	/**
	 * Asks with nothing on the path but what is given, and the few tools that any machine
	 * has.
	 */
	private Answer ask(String javaHome, @Nullable Path onPath, String places) throws IOException, InterruptedException {
		Path tools = this.folder.resolve("tools");
		for (String tool : List.of("grep", "dirname", "readlink")) {
			script(tools.resolve(tool), "command -p " + tool + " \"$@\"");
		}
		ProcessBuilder builder = new ProcessBuilder(SCRIPT.toString());
		builder.environment().clear();
		builder.environment().put("HOME", this.folder.toString());
		builder.environment().put("JAVA_HOME", javaHome);
		builder.environment().put("YIGONGTI_JDK_PLACES", places);
		builder.environment().put("PATH", ((onPath != null) ? onPath + ":" : "") + tools);
		Process process = builder.start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
		String error = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8).strip();
		return new Answer(process.waitFor(), output, error);
	}

	private static void script(Path file, String command) throws IOException {
		Files.createDirectories(file.getParent());
		Files.writeString(file, "#!/bin/sh\n" + command + "\n");
		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
	}

	private record Answer(int status, String output, String error) {
	}

}

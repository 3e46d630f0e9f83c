package cn.yigongti.dev.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A Java program to start as a child, on the JDK that we run on.
 *
 * @param flags of the JVM
 * @param classpath with the {@link Leash}
 * @param arguments anybody on this machine can read them
 */
public record JavaProgram(String name, List<String> flags, List<Path> classpath, String mainClass,
		List<String> arguments) {

	/**
	 * A shell that ignores Ctrl-C and becomes the program, which inherits that: a
	 * terminal sends the signal to all, and the servers should outlive those who use
	 * them.
	 */
	private static final List<String> DEAF_TO_THE_TERMINAL = List.of("sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh");

	/**
	 * Starts it with its output in a new file.
	 */
	public ChildProcess start(Path log) {
		try {
			Files.createDirectories(log.toAbsolutePath().getParent());
			Files.deleteIfExists(log);
			Process process = new ProcessBuilder(command()).redirectErrorStream(true)
				.redirectOutput(Redirect.to(log.toFile()))
				.start();
			return new ChildProcess(this.name, process, log);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot start " + this.name, ex);
		}
	}

	List<String> command() {
		List<String> command = new ArrayList<>(DEAF_TO_THE_TERMINAL);
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(this.flags);
		command.add("-cp");
		command.add(this.classpath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
		command.add(Leash.class.getName());
		command.add(this.mainClass);
		command.addAll(this.arguments);
		return command;
	}

}

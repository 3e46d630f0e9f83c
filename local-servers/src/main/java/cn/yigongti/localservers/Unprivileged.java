package cn.yigongti.localservers;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * PostgreSQL refuses to run as root. For root, a command is put behind one that gives
 * that up; for others it stays as it is.
 */
final class Unprivileged {

	/*
	 * In a user namespace of its own a process isn't root any more, yet owns root's
	 * files. Where that is forbidden, as in most containers, it becomes nobody, who may
	 * still walk through root's folders to the state folder.
	 */
	private static final List<List<String>> WAYS = List.of(List.of("unshare", "--user"),
			List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--securebits=+no_setuid_fixup",
					"--inh-caps=-all,+dac_override", "--ambient-caps=-all,+dac_override"));

	private final List<String> prefix;

	private Unprivileged(List<String> prefix) {
		this.prefix = prefix;
	}

	static Unprivileged find() {
		if (!isRoot()) {
			return new Unprivileged(List.of());
		}
		return WAYS.stream()
			.filter(Unprivileged::works)
			.findFirst()
			.map(Unprivileged::new)
			.orElseThrow(() -> new CannotStart(
					"PostgreSQL can't run as root, and neither unshare nor setpriv works here: run as another user"));
	}

	List<String> command(Stream<String> command) {
		return Stream.concat(this.prefix.stream(), command).toList();
	}

	private static boolean isRoot() {
		try {
			return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
		}
		catch (IOException ex) {
			throw new CannotStart("Cannot find out whether this is root: " + ex, ex);
		}
	}

	private static boolean works(List<String> way) {
		List<String> trial = new ArrayList<>(way);
		trial.add("true");
		try {
			return new ProcessBuilder(trial).redirectErrorStream(true)
				.redirectOutput(Redirect.DISCARD)
				.start()
				.waitFor() == 0;
		}
		catch (IOException notInstalled) {
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

}

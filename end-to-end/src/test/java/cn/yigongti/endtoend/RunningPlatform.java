package cn.yigongti.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

import cn.yigongti.dev.Options;
import cn.yigongti.dev.YigongtiPlatform;

/**
 * Starts the platform once for the whole run, on any free port, in a folder of its own;
 * it stops with this JVM. To walk through one that runs already, name its file:
 * {@code -Dyigongti.demo=.run/demo.json}.
 */
final class RunningPlatform {

	private RunningPlatform() {
	}

	/** The {@code demo.json} that says what is in it. */
	static Path demo() {
		try {
			String running = System.getProperty("yigongti.demo");
			return (running != null) ? Path.of(running) : start();
		}
		catch (Exception ex) {
			throw new IllegalStateException("the platform did not start", ex);
		}
	}

	private static Path start() throws Exception {
		Path state = Path.of("target", "county");
		forget(state);
		YigongtiPlatform platform = YigongtiPlatform.start(state, new Options(0, System.out::println));
		Runtime.getRuntime().addShutdownHook(new Thread(platform::close));
		return state.resolve("demo.json");
	}

	/** What the run before left, so that its logs could be read. */
	private static void forget(Path state) throws IOException {
		if (Files.exists(state)) {
			try (Stream<Path> everything = Files.walk(state)) {
				for (Path one : everything.sorted(Comparator.reverseOrder()).toList()) {
					Files.delete(one);
				}
			}
		}
	}

}

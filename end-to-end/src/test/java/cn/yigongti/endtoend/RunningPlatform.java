package cn.yigongti.endtoend;

import java.nio.file.Files;
import java.nio.file.Path;

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
		Path state = Files.createTempDirectory(Path.of("target"), "county");
		YigongtiPlatform platform = YigongtiPlatform.start(state, new Options(0, System.out::println));
		Runtime.getRuntime().addShutdownHook(new Thread(platform::close));
		return state.resolve("demo.json");
	}

}

package cn.yigongti.dev.process;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/**
 * A program that does nothing until it is ended; it says when it starts and when it ends
 * in good order.
 */
final class Sleeper {

	private Sleeper() {
	}

	static JavaProgram program(String... arguments) {
		List<Path> classpath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
			.map(Path::of)
			.toList();
		return new JavaProgram("sleeper", List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"), classpath,
				Sleeper.class.getName(), List.of(arguments));
	}

	/**
	 * With a path as argument it is a parent: it starts another sleeper that logs there,
	 * and tells its number.
	 */
	static void main(String[] arguments) throws InterruptedException {
		Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("ended in good order")));
		if (arguments.length > 0) {
			System.out.println("child " + program().start(Path.of(arguments[0])).handle().pid());
		}
		System.out.println("started");
		new CountDownLatch(1).await();
	}

}

package cn.yigongti.platform.test.servers;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** The process whose end is the end of the tests. */
final class MavenRun {

	private static final String MAVEN = "org.codehaus.plexus.classworlds.launcher.Launcher";

	private MavenRun() {
	}

	/**
	 * The outermost Maven above this JVM, or this JVM itself when a tool other than Maven
	 * runs the tests.
	 */
	static ProcessHandle process() {
		ProcessHandle self = ProcessHandle.current();
		return Stream.iterate(self.parent(), Optional::isPresent, (process) -> process.flatMap(ProcessHandle::parent))
			.flatMap(Optional::stream)
			.filter(MavenRun::isMaven)
			.reduce(self, (inner, outer) -> outer);
	}

	private static boolean isMaven(ProcessHandle process) {
		return process.info().arguments().stream().flatMap(Arrays::stream).anyMatch(MAVEN::equals);
	}

}

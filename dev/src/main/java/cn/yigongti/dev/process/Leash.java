package cn.yigongti.dev.process;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Runs inside a child, before its own main class: ends the child in good order when the
 * other end of its standard input is closed. The kernel does that when the parent ends,
 * in whichever way; so the program itself needs to know nothing of a parent.
 *
 * <pre>java -cp … cn.yigongti.dev.process.Leash main.class argument…</pre>
 */
public final class Leash {

	/**
	 * Longer than it takes to finish the requests under way; then the child goes,
	 * finished or not.
	 */
	private static final Duration GRACE = Duration.ofSeconds(15);

	/**
	 * System property with the class path of a loader of its own, for the program's main
	 * class and what belongs to it.
	 */
	public static final String OWN_JARS = "leash.own-jars";

	private Leash() {
	}

	public static void main(String[] arguments) throws Throwable {
		Thread.ofPlatform().daemon().name("leash").start(Leash::endWithParent);
		ClassLoader loader = loader();
		Thread.currentThread().setContextClassLoader(loader);
		try {
			Method main = Class.forName(arguments[0], true, loader).getDeclaredMethod("main", String[].class);
			main.setAccessible(true);
			main.invoke(null, (Object) Arrays.copyOfRange(arguments, 1, arguments.length));
		}
		catch (InvocationTargetException ex) {
			throw causeOf(ex);
		}
	}

	/**
	 * The usual one, unless the program's own jars shall be kept out of what the JVM
	 * remembers of this run.
	 */
	private static ClassLoader loader() throws MalformedURLException {
		String own = System.getProperty(OWN_JARS);
		if (own == null) {
			return Leash.class.getClassLoader();
		}
		List<URL> jars = new ArrayList<>();
		for (String jar : own.split(File.pathSeparator, -1)) {
			jars.add(Path.of(jar).toUri().toURL());
		}
		return new URLClassLoader("own", jars.toArray(new URL[0]), Leash.class.getClassLoader());
	}

	private static Throwable causeOf(InvocationTargetException ex) {
		@Nullable Throwable cause = ex.getCause();
		return (cause != null) ? cause : ex;
	}

	private static void endWithParent() {
		try {
			while (System.in.read() >= 0) {
				// Nobody talks to us.
			}
		}
		catch (IOException ex) {
			// As good as closed.
		}
		Thread.ofPlatform().daemon().name("leash-grace").start(Leash::haltAfterGrace);
		System.exit(0);
	}

	private static void haltAfterGrace() {
		try {
			Thread.sleep(GRACE);
		}
		catch (InterruptedException ex) {
			// Nobody interrupts us; if so, all the sooner.
		}
		Runtime.getRuntime().halt(1);
	}

}

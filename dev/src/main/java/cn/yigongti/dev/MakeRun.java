package cn.yigongti.dev;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CancellationException;

import cn.yigongti.dev.demo.LoadFailed;
import cn.yigongti.dev.process.ProgramFailed;
import cn.yigongti.dev.services.ClassCaches;
import cn.yigongti.dev.services.PortTaken;
import cn.yigongti.dev.services.Workplace;
import cn.yigongti.localservers.CannotStart;

/**
 * What {@code make run} runs: the platform in the foreground, until Ctrl-C.
 *
 * <pre>java … cn.yigongti.dev.MakeRun 8080</pre>
 */
public final class MakeRun {

	private static final Path STATE = Path.of(".run");

	private static final Duration LOOK_AFTER = Duration.ofSeconds(2);

	private volatile long begin = System.nanoTime();

	private final Parts parts = new Parts();

	/** Before that there is nothing to stop that anybody would want to hear of. */
	private volatile boolean begun;

	private volatile boolean stopping;

	private MakeRun() {
	}

	public static void main(String[] arguments) {
		System.exit(new MakeRun().run(arguments[0]));
	}

	private int run(String port) {
		if (!port.matches("\\d{1,5}")) {
			return failed("PORT must be a number, not " + port);
		}
		Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
		try {
			completeClassCaches();
			Options options = new Options(Integer.parseInt(port), this::say);
			YigongtiPlatform platform = new Startup(this.parts, STATE, options).run();
			say("Ready");
			System.out.print(new Welcome(platform, STATE).text(Duration.ofNanos(System.nanoTime() - this.begin)));
			while (true) {
				Thread.sleep(LOOK_AFTER);
				platform.requireAlive();
			}
		}
		catch (StateFolder.AlreadyRunning | PortTaken | ProgramFailed | CannotStart | LoadFailed ex) {
			return failed(String.valueOf(ex.getMessage()));
		}
		catch (CancellationException | InterruptedException ex) {
			return 1;
		}
		catch (Exception ex) {
			StringWriter trace = new StringWriter();
			ex.printStackTrace(new PrintWriter(trace));
			return failed("Something is wrong here: " + trace);
		}
	}

	/** The last step of building, which a program has to do. */
	private void completeClassCaches() throws InterruptedException {
		ClassCaches caches = this.parts.add(new ClassCaches(Workplace.of(STATE)));
		if (!caches.areComplete()) {
			say("Keeping the libraries' classes ready for fast starts; needed again only when a library changes");
			try {
				caches.complete();
				say("Done");
			}
			catch (IOException ex) {
				say("Not done, starts stay slow: " + ex.getCause());
			}
			this.begin = System.nanoTime();
		}
	}

	/** Somebody has changed a migration that was applied here already. */
	private static String withAdvice(String message) {
		return message.contains("Migrations have failed validation")
				? message + "%nThe data in %s is of an older version: make clean-run forgets it.".formatted(STATE)
				: message;
	}

	/** What fails while everything is being stopped fails for that reason. */
	private int failed(String message) {
		if (!this.stopping) {
			System.err.println(withAdvice(message));
		}
		return 1;
	}

	private void stop() {
		this.stopping = true;
		if (this.begun) {
			System.out.println("Stopping");
		}
		this.parts.close();
		if (this.begun) {
			System.out.println("Stopped; the data is kept in " + STATE);
		}
	}

	private synchronized void say(String what) {
		this.begun = true;
		System.out.printf(Locale.ROOT, "%6.1f s  %s%n", (System.nanoTime() - this.begin) / 1e9, what);
	}

}

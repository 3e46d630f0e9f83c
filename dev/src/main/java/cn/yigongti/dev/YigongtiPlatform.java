package cn.yigongti.dev;

import java.net.URI;
import java.nio.file.Path;
import java.util.OptionalLong;

import cn.yigongti.dev.demo.DemoFile;
import cn.yigongti.dev.process.Memory;
import cn.yigongti.dev.services.RunningServices;
import cn.yigongti.dev.services.Surroundings;

/**
 * The whole platform with the demo county in it, on 127.0.0.1: servers, services and
 * gateway as children of this JVM. A second start in the same state folder comes up with
 * the same data, also when everything was killed in between.
 *
 * <pre>{@code
 * try (YigongtiPlatform platform = YigongtiPlatform.start(state, new Options(0, System.out::println))) {
 *     URI gateway = platform.demo().gateway();
 * }
 * }</pre>
 */
public final class YigongtiPlatform implements AutoCloseable {

	private final Parts parts;

	private final Surroundings surroundings;

	private final RunningServices services;

	private final DemoFile demo;

	YigongtiPlatform(Parts parts, Surroundings surroundings, RunningServices services, DemoFile demo) {
		this.parts = parts;
		this.surroundings = surroundings;
		this.services = services;
		this.demo = demo;
	}

	/**
	 * Starts it, and returns when it is ready. The services' jars must have been built.
	 * @param state folder for all that is kept, logs included
	 */
	public static YigongtiPlatform start(Path state, Options options) throws Exception {
		Parts parts = new Parts();
		try {
			return new Startup(parts, state, options).run();
		}
		catch (Exception ex) {
			parts.close();
			throw ex;
		}
	}

	/**
	 * Where everybody calls.
	 */
	public URI gateway() {
		return this.demo.gateway();
	}

	/**
	 * Whom one signs in as, and what is where; the same as in {@code demo.json}.
	 */
	public DemoFile demo() {
		return this.demo;
	}

	Surroundings surroundings() {
		return this.surroundings;
	}

	/**
	 * Makes sure that all services still run.
	 * @throws cn.yigongti.dev.process.ProgramFailed when one doesn't
	 */
	public void requireAlive() {
		this.services.requireAlive();
	}

	/**
	 * Bytes that everything together takes, this JVM included, where the kernel tells.
	 */
	public OptionalLong memory() {
		return Memory.ofThisProcessAndBelow();
	}

	@Override
	public void close() {
		this.parts.close();
	}

}

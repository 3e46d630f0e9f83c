package cn.yigongti.dev.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * How much memory processes take, where the kernel tells.
 */
public final class Memory {

	private Memory() {
	}

	/**
	 * Bytes of this process and all below it. What several share is counted once (PSS) as
	 * far as the kernel lets us see that, else once for each (RSS).
	 */
	public static OptionalLong ofThisProcessAndBelow() {
		ProcessHandle self = ProcessHandle.current();
		long sum = Stream.concat(Stream.of(self), self.descendants()).mapToLong(Memory::of).sum();
		return (sum > 0) ? OptionalLong.of(sum) : OptionalLong.empty();
	}

	/**
	 * Bytes of one process, 0 if unknown.
	 */
	public static long of(ProcessHandle process) {
		Path folder = Path.of("/proc", String.valueOf(process.pid()));
		long shared = kibibytes(folder.resolve("smaps_rollup"), "Pss:");
		return 1024 * ((shared > 0) ? shared : kibibytes(folder.resolve("status"), "VmRSS:"));
	}

	private static long kibibytes(Path file, String field) {
		try (Stream<String> lines = Files.lines(file)) {
			return lines.filter((line) -> line.startsWith(field))
				.mapToLong((line) -> Long.parseLong(line.replaceAll("\\D", "")))
				.findFirst()
				.orElse(0);
		}
		catch (IOException | java.io.UncheckedIOException ex) {
			// No such process any more, no right to look, or no /proc.
			return 0;
		}
	}

}

package cn.yigongti.dev.process;

import java.nio.file.Path;
import java.util.List;

/**
 * A program can't go on; the message has the end of its log.
 */
public class ProgramFailed extends RuntimeException {

	ProgramFailed(String name, String what, Path log, List<String> lastLines) {
		super("%s %s. The end of %s:%n  | %s".formatted(name, what, log,
				String.join(System.lineSeparator() + "  | ", lastLines)));
	}

}

package cn.yigongti.dev.services;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;

/**
 * The classes of a class path, loaded and linked already, in a file that a JVM maps into
 * its memory when it starts (JEP 483). Named after all that it depends on: another class
 * path, JVM or set of flags has another file.
 */
record ClassCache(Path file) {

	static ClassCache of(List<Path> classpath, Path folder) {
		CRC32 checksum = new CRC32();
		checksum.update((classpath + Service.COMMON_FLAGS.toString() + System.getProperty("java.vm.version"))
			.getBytes(StandardCharsets.UTF_8));
		return new ClassCache(folder.resolve(Long.toHexString(checksum.getValue()) + ".aot"));
	}

	boolean exists() {
		return Files.exists(this.file);
	}

	/** Flags for a JVM that profits from it; none as long as it isn't there. */
	List<String> flagsToUse() {
		return exists() ? List.of("-XX:AOTCache=" + this.file) : List.of();
	}

	/** Flags for a JVM that makes it when it ends, under another name at first. */
	List<String> flagsToMake() {
		return List.of("-XX:AOTCacheOutput=" + unfinished());
	}

	Path unfinished() {
		return this.file.resolveSibling(this.file.getFileName() + ".unfinished");
	}

}

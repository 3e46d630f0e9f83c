package cn.yigongti.dev.services;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.zip.CRC32;

import cn.yigongti.dev.process.Leash;

/**
 * A jar with nothing but the leash, to go first on every class path: our own jar changes
 * too often for what the JVM keeps ready, which holds for an unchanged class path only.
 */
final class LeashJar {

	private static final String CLASS = Leash.class.getName().replace('.', '/') + ".class";

	private LeashJar() {
	}

	static Path in(Path folder) {
		try (InputStream source = Leash.class.getResourceAsStream("/" + CLASS)) {
			if (source == null) {
				throw new IllegalStateException(CLASS + " is missing");
			}
			byte[] content = source.readAllBytes();
			CRC32 checksum = new CRC32();
			checksum.update(content);
			Path jar = folder.resolve(Long.toHexString(checksum.getValue())).resolve("leash.jar");
			if (!Files.exists(jar)) {
				write(content, jar);
			}
			return jar;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void write(byte[] content, Path jar) throws IOException {
		Files.createDirectories(jar.getParent());
		Path unfinished = Files.createTempFile(jar.getParent(), "", ".unfinished");
		try (JarOutputStream target = new JarOutputStream(Files.newOutputStream(unfinished))) {
			target.putNextEntry(new JarEntry(CLASS));
			target.write(content);
			target.closeEntry();
		}
		Files.move(unfinished, jar, StandardCopyOption.ATOMIC_MOVE);
	}

}

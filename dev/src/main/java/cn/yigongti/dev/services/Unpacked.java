package cn.yigongti.dev.services;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.zip.CRC32;

/**
 * An executable jar taken apart, because the JVM starts faster from plain jars, and can
 * keep their classes ready. The parts lie in one folder for all services, each under its
 * checksum, and stay there untouched.
 *
 * @param classes a jar of the service's own classes
 * @param libraries in the order of the class path
 */
record Unpacked(String mainClass, Path classes, List<Path> libraries) {

	private static final String CLASSES = "BOOT-INF/classes/";

	private static final String LIBRARIES = "BOOT-INF/lib/";

	static Unpacked of(Path executableJar, Path folder) {
		try (JarFile jar = new JarFile(executableJar.toFile())) {
			String mainClass = jar.getManifest().getMainAttributes().getValue("Start-Class");
			List<Path> libraries = new ArrayList<>();
			for (String library : libraries(jar)) {
				libraries.add(library(jar, jar.getJarEntry(library), folder.resolve("lib")));
			}
			return new Unpacked(mainClass, classes(jar, executableJar, folder.resolve("classes")),
					List.copyOf(libraries));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot unpack " + executableJar + ": build it first", ex);
		}
	}

	/** In the order of the index, which is the order of the class path. */
	private static List<String> libraries(JarFile jar) throws IOException {
		try (InputStream index = jar.getInputStream(jar.getJarEntry("BOOT-INF/classpath.idx"))) {
			return new String(index.readAllBytes(), StandardCharsets.UTF_8).lines()
				.map((line) -> line.substring(line.indexOf('"') + 1, line.lastIndexOf('"')))
				.toList();
		}
	}

	private static Path library(JarFile jar, JarEntry entry, Path folder) throws IOException {
		String name = entry.getName().substring(LIBRARIES.length());
		return file(folder.resolve(Long.toHexString(entry.getCrc())).resolve(name), (unfinished) -> {
			try (InputStream content = jar.getInputStream(entry)) {
				Files.copy(content, unfinished, StandardCopyOption.REPLACE_EXISTING);
			}
		});
	}

	private static Path classes(JarFile jar, Path executableJar, Path folder) throws IOException {
		List<JarEntry> entries = jar.stream().filter((one) -> one.getName().startsWith(CLASSES)).toList();
		Path classes = folder.resolve(checksum(entries)).resolve(executableJar.getFileName());
		return file(classes, (unfinished) -> {
			try (JarOutputStream target = new JarOutputStream(Files.newOutputStream(unfinished))) {
				for (JarEntry entry : entries) {
					copy(jar, entry, target);
				}
			}
		});
	}

	private static String checksum(List<JarEntry> entries) {
		CRC32 checksum = new CRC32();
		for (JarEntry entry : entries) {
			checksum.update((entry.getName() + entry.getCrc()).getBytes(StandardCharsets.UTF_8));
		}
		return Long.toHexString(checksum.getValue());
	}

	private static Path file(Path file, Content content) throws IOException {
		if (!Files.exists(file)) {
			Files.createDirectories(file.getParent());
			Path unfinished = Files.createTempFile(file.getParent(), "", ".unfinished");
			content.writeTo(unfinished);
			Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
		}
		return file;
	}

	private static void copy(JarFile jar, JarEntry entry, JarOutputStream target) throws IOException {
		String name = entry.getName().substring(CLASSES.length());
		if (!name.isEmpty()) {
			target.putNextEntry(new JarEntry(name));
			try (InputStream content = jar.getInputStream(entry)) {
				content.transferTo(target);
			}
			target.closeEntry();
		}
	}

	private interface Content {

		void writeTo(Path file) throws IOException;

	}

}

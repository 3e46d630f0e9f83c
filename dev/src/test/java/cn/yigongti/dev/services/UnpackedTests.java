package cn.yigongti.dev.services;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class UnpackedTests {

	@TempDir
	Path folder;

	@Test
	void keepsTheOrderOfTheClassPath() throws Exception {
		Unpacked unpacked = unpack(executableJar("org-service.jar", "same", "own"));
		assertThat(unpacked.mainClass()).isEqualTo("cn.yigongti.Sample");
		assertThat(unpacked.libraries()).extracting((library) -> library.getFileName().toString())
			.containsExactly("z.jar", "a.jar");
	}

	@Test
	void separatesTheServicesOwnClasses() throws Exception {
		Unpacked unpacked = unpack(executableJar("org-service.jar", "same", "own"));
		try (JarFile classes = new JarFile(unpacked.classes().toFile())) {
			assertThat(classes.stream().map(ZipEntry::getName)).containsExactly("application.yml");
		}
	}

	@Test
	void sharesALibraryAmongServicesAndLeavesItUntouched() throws Exception {
		Path library = unpack(executableJar("org-service.jar", "same", "one")).libraries().getLast();
		FileTime before = Files.getLastModifiedTime(library);
		Files.setLastModifiedTime(library, FileTime.fromMillis(before.toMillis() - 60_000));
		before = Files.getLastModifiedTime(library);
		assertThat(unpack(executableJar("iam-service.jar", "same", "other")).libraries()).contains(library);
		assertThat(Files.getLastModifiedTime(library)).isEqualTo(before);
	}

	@Test
	void keepsTwoVersionsOfALibraryApart() throws Exception {
		Path one = unpack(executableJar("org-service.jar", "old", "own")).libraries().getLast();
		Path other = unpack(executableJar("org-service.jar", "new", "own")).libraries().getLast();
		assertThat(one).isNotEqualTo(other).exists();
		assertThat(other).hasContent("new");
	}

	@Test
	void takesNewClassesFromANewJar() throws Exception {
		Path one = unpack(executableJar("org-service.jar", "same", "old")).classes();
		Path other = unpack(executableJar("org-service.jar", "same", "new")).classes();
		assertThat(one).isNotEqualTo(other).exists();
	}

	private Unpacked unpack(Path jar) {
		return Unpacked.of(jar, this.folder.resolve("unpacked"));
	}

	private Path executableJar(String name, String library, String classes) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream jar = new ZipOutputStream(bytes)) {
			add(jar, "META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nStart-Class: cn.yigongti.Sample\n\n");
			add(jar, "BOOT-INF/classes/", "");
			add(jar, "BOOT-INF/classes/application.yml", classes);
			add(jar, "BOOT-INF/lib/a.jar", library);
			add(jar, "BOOT-INF/lib/z.jar", "z");
			add(jar, "BOOT-INF/classpath.idx",
					String.join("\n", List.of("- \"BOOT-INF/lib/z.jar\"", "- \"BOOT-INF/lib/a.jar\"", "")));
		}
		return Files.write(this.folder.resolve(name), bytes.toByteArray());
	}

	private static void add(ZipOutputStream jar, String name, String content) throws IOException {
		jar.putNextEntry(new ZipEntry(name));
		jar.write(content.getBytes(StandardCharsets.UTF_8));
		jar.closeEntry();
	}

}

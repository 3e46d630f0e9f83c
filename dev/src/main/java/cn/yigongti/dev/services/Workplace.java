package cn.yigongti.dev.services;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where things lie.
 *
 * @param project the folder of the whole project
 * @param state what a run keeps
 */
public record Workplace(Path project, Path state) {

	/**
	 * The project that the working directory is in.
	 */
	public static Workplace of(Path state) {
		Path here = Path.of("").toAbsolutePath();
		Path project = Stream.iterate(here, (folder) -> folder != null, Path::getParent)
			.filter((folder) -> Files.isRegularFile(folder.resolve("gateway/pom.xml")))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException(here + " is not inside the project"));
		return new Workplace(project, state.toAbsolutePath().normalize());
	}

	/** The same project with a state of its own. */
	Workplace forTraining() {
		return new Workplace(this.project, unpacked().resolve("training"));
	}

	Path jar(Service service) {
		String module = service.applicationName();
		return this.project.resolve(module).resolve("target").resolve(module + ".jar");
	}

	/** Made from the jars, so it goes where they are. */
	Path unpacked() {
		return this.project.resolve("dev/target/unpacked");
	}

	/** Made from the jars, too. */
	ClassCache classCache(List<Path> classpath) {
		return ClassCache.of(classpath, unpacked().resolve("cache"));
	}

	Path log(Service service) {
		return this.state.resolve("logs").resolve(service.applicationName() + ".log");
	}

	Path settings(Service service) {
		return this.state.resolve("settings").resolve(service.applicationName() + ".properties");
	}

}

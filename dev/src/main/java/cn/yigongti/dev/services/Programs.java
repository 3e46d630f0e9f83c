package cn.yigongti.dev.services;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The services' class paths, arranged so that the start of each is the same for a whole
 * {@link Family}: what the JVM keeps ready of one of them then serves all, and still does
 * when our own code has changed.
 */
final class Programs {

	private final Map<Service, Unpacked> unpacked = new EnumMap<>(Service.class);

	private final Map<Family, List<Path>> shared = new EnumMap<>(Family.class);

	private final Workplace workplace;

	private Programs(Workplace workplace) {
		this.workplace = workplace;
	}

	static Programs of(Workplace workplace) {
		Programs programs = new Programs(workplace);
		for (Service service : Service.values()) {
			programs.unpacked.put(service, Unpacked.of(workplace.jar(service), workplace.unpacked()));
		}
		Path leash = LeashJar.in(workplace.unpacked().resolve("leash"));
		for (Family family : Family.values()) {
			programs.shared.put(family, Stream.concat(Stream.of(leash), programs.librariesOfAll(family)).toList());
		}
		return programs;
	}

	private Stream<Path> librariesOfAll(Family family) {
		Set<Path> inAll = new HashSet<>(unpacked(family.representative()).libraries());
		Family.members(family).forEach((member) -> inAll.retainAll(new HashSet<>(unpacked(member).libraries())));
		return unpacked(family.representative()).libraries()
			.stream()
			.filter((library) -> inAll.contains(library) && !isOurs(library));
	}

	/** A module of the project changes all the time. */
	private boolean isOurs(Path library) {
		String module = library.getFileName().toString().replaceFirst("-\\d.*", "");
		return Files.exists(this.workplace.project().resolve(module).resolve("pom.xml"));
	}

	String mainClass(Service service) {
		return unpacked(service).mainClass();
	}

	/** What the whole family has, and nothing of ours but the leash. */
	List<Path> shared(Family family) {
		List<Path> paths = this.shared.get(family);
		if (paths == null) {
			throw new IllegalArgumentException("No class path for " + family);
		}
		return paths;
	}

	/**
	 * What comes after that: the service's own classes, and the libraries that others
	 * lack.
	 */
	List<Path> own(Service service) {
		Unpacked parts = unpacked(service);
		Set<Path> known = new HashSet<>(shared(Family.of(service)));
		List<Path> own = new ArrayList<>(List.of(parts.classes()));
		parts.libraries().stream().filter((library) -> !known.contains(library)).forEach(own::add);
		return own;
	}

	List<Path> classpath(Service service) {
		return Stream.concat(shared(Family.of(service)).stream(), own(service).stream()).toList();
	}

	private Unpacked unpacked(Service service) {
		Unpacked parts = this.unpacked.get(service);
		if (parts == null) {
			throw new IllegalArgumentException("No program for " + service);
		}
		return parts;
	}

}

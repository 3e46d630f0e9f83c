package cn.yigongti.platform.permission;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.springframework.beans.factory.config.YamlMapFactoryBean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The permissions that a service declares: those of its own {@code permissions.yml}, and
 * those that the platform, or another module that services share, needs in every service.
 * A file names resources, below each the actions, and what both together are called in
 * Chinese and in English.
 */
public final class DeclaredPermissions {

	private final Map<String, Permission> byCode = new LinkedHashMap<>();

	private DeclaredPermissions() {
	}

	/**
	 * Those of the service that runs here.
	 */
	public static DeclaredPermissions ofThisService() {
		return of(new ClassPathResource("permissions.yml"));
	}

	/**
	 * Those of the service that this file belongs to, which may be missing.
	 * @throws IllegalArgumentException when one is declared twice, or without its names
	 */
	public static DeclaredPermissions of(Resource own) {
		DeclaredPermissions declared = new DeclaredPermissions();
		declared.read(own, false);
		sharedFiles().forEach((file) -> declared.read(file, true));
		return declared;
	}

	/** One of the platform, and one of each module that brings operations of its own. */
	private static List<Resource> sharedFiles() {
		try {
			return List
				.of(new PathMatchingResourcePatternResolver().getResources("classpath*:platform-permissions.yml"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public Collection<Permission> all() {
		return Collections.unmodifiableCollection(this.byCode.values());
	}

	public Set<String> codes() {
		return Collections.unmodifiableSet(this.byCode.keySet());
	}

	private void read(Resource file, boolean shared) {
		if (!file.exists()) {
			return;
		}
		YamlMapFactoryBean yaml = new YamlMapFactoryBean();
		yaml.setResources(file);
		Objects.requireNonNull(yaml.getObject()).forEach((resource, actions) -> {
			if (!(actions instanceof Map<?, ?> named)) {
				throw new IllegalArgumentException("'" + resource + "' in " + file + " has no actions");
			}
			named.forEach((action, names) -> add(permission(resource + ":" + action, names, shared), file));
		});
	}

	private static Permission permission(String code, Object names, boolean shared) {
		if (names instanceof List<?> both && both.size() == 2 && both.getFirst() instanceof String chinese
				&& both.getLast() instanceof String english) {
			return new Permission(code, chinese, english, shared);
		}
		throw new IllegalArgumentException(code + " needs a Chinese and an English name");
	}

	private void add(Permission permission, Resource file) {
		if (this.byCode.putIfAbsent(permission.code(), permission) != null) {
			throw new IllegalArgumentException(permission.code() + " in " + file + " is declared already");
		}
	}

}

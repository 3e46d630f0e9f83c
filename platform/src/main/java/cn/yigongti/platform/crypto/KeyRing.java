package cn.yigongti.platform.crypto;

import java.util.Base64;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * The versions of a key: the current one, with which everything new is written, and
 * others that what is stored can still be read with.
 */
public final class KeyRing {

	/** What a key is called that was never said to be another version. */
	static final int FIRST = 1;

	private final String name;

	private final int current;

	private final SortedMap<Integer, byte[]> keys;

	private KeyRing(String name, int current, SortedMap<Integer, byte[]> keys) {
		if (!keys.containsKey(current)) {
			throw new IllegalStateException(
					"%s.current is %d, but the versions given are %s".formatted(name, current, keys.keySet()));
		}
		this.name = name;
		this.current = current;
		this.keys = Collections.unmodifiableSortedMap(new TreeMap<>(keys));
	}

	/** A ring with nothing but version 1. */
	public static KeyRing of(byte[] key) {
		return new KeyRing("key", FIRST, new TreeMap<>(Map.of(FIRST, key)));
	}

	public static KeyRing of(int current, Map<Integer, byte[]> keys) {
		return new KeyRing("key", current, new TreeMap<>(keys));
	}

	/**
	 * Reads {@code <name>.current} and {@code <name>.versions.<version>}; a plain
	 * {@code <name>} is version 1.
	 * @throws IllegalStateException when no version is given, or not the current one
	 */
	public static KeyRing from(Environment environment, String name) {
		SortedMap<Integer, byte[]> keys = new TreeMap<>();
		Binder.get(environment)
			.bind(name + ".versions", Bindable.mapOf(Integer.class, String.class))
			.orElse(Map.of())
			.forEach((version, key) -> keys.put(version, Base64.getDecoder().decode(key)));
		String plain = environment.getProperty(name);
		if (plain != null && keys.put(FIRST, Base64.getDecoder().decode(plain)) != null) {
			throw new IllegalStateException("version 1 is given twice: as %1$s and as %1$s.versions.1".formatted(name));
		}
		if (keys.isEmpty()) {
			throw new IllegalStateException("%1$s is missing, or %1$s.current and %1$s.versions".formatted(name));
		}
		Integer current = environment.getProperty(name + ".current", Integer.class);
		if (current == null && keys.size() > 1) {
			throw new IllegalStateException("%s.current must say which of %s".formatted(name, keys.keySet()));
		}
		return new KeyRing(name, (current != null) ? current : keys.firstKey(), keys);
	}

	public int current() {
		return this.current;
	}

	/** In ascending order. */
	public Set<Integer> versions() {
		return this.keys.keySet();
	}

	byte[] key(int version) {
		byte[] key = this.keys.get(version);
		if (key == null) {
			throw new KeyVersionMissing(this.name, version, this.keys.keySet());
		}
		return key;
	}

	/** Never a key: it may end up in a log. */
	@Override
	public String toString() {
		return this.name + " " + this.keys.keySet() + ", current " + this.current;
	}

}

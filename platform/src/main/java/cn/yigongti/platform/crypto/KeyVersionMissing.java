package cn.yigongti.platform.crypto;

import java.util.Set;

/** Something is stored with a version of the key that isn't configured (any more). */
public class KeyVersionMissing extends IllegalStateException {

	private static final long serialVersionUID = 1L;

	KeyVersionMissing(String name, int version, Set<Integer> given) {
		super("a stored value needs version %d of %s, but the versions given are %s".formatted(version, name, given));
	}

}

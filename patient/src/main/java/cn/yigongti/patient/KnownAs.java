package cn.yigongti.patient;

import java.util.List;

/**
 * A patient without their resident id.
 *
 * @param hashes any of which may be stored
 * @param lock the same for all replicas, also while a hash key is replaced
 */
public record KnownAs(List<String> hashes, String lock) {

	public KnownAs {
		hashes = List.copyOf(hashes);
	}

}

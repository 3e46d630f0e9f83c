package cn.yigongti.search.index;

import java.util.UUID;

/**
 * What is found of a row.
 *
 * @param version of the row, which never falls: an older state never replaces a newer one
 * in the index
 * @param content a map or record, written as JSON with the service's mapper; its
 * {@code id} is added
 */
public record SearchDocument(UUID id, long version, Object content) {

	public SearchDocument {
		if (version < 0) {
			throw new IllegalArgumentException("the version of " + id + " is " + version);
		}
	}

}

package cn.yigongti.search.server;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A document that is to replace what an index has of a row, unless that is newer, or is
 * to leave it.
 *
 * @param alias of the index
 * @param json the document; {@code null} when there is none
 */
public record Write(String alias, UUID id, long version, @Nullable String json) {

	public static Write removal(String alias, UUID id) {
		return new Write(alias, id, 0, null);
	}

	/** In bytes, and rather more than less: a Chinese character takes three. */
	int size() {
		return 200 + 3 * ((this.json != null) ? this.json.length() : 0);
	}

}

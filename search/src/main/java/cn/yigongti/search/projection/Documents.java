package cn.yigongti.search.projection;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import cn.yigongti.search.server.Write;
import org.jspecify.annotations.Nullable;

/**
 * Documents of rows, as they were read together.
 *
 * @param found as JSON, by row
 * @param unreadable rows that couldn't be read, and why
 */
record Documents(Map<UUID, Document> found, Map<UUID, String> unreadable) {

	record Document(long version, String json) {

	}

	/** What makes an index agree with these rows. */
	List<Write> writes(String alias, Collection<UUID> rows) {
		return rows.stream()
			.filter((row) -> !this.unreadable.containsKey(row))
			.map((row) -> write(alias, row, this.found.get(row)))
			.toList();
	}

	private static Write write(String alias, UUID row, @Nullable Document document) {
		return (document != null) ? new Write(alias, row, document.version(), document.json())
				: Write.removal(alias, row);
	}

}

package cn.yigongti.platform.resealing;

import java.util.stream.Collectors;
import java.util.stream.Stream;

import cn.yigongti.platform.crypto.FieldCipher;
import cn.yigongti.platform.crypto.KeyedHash;

/**
 * Says in SQL which rows are not sealed with the current keys. Hashes by version 1 have
 * no version in front, see {@link KeyedHash}; one that is missing beside its text counts
 * as outdated.
 */
final class Outdated {

	private final String fieldPrefix;

	private final int hashVersion;

	Outdated(FieldCipher cipher, KeyedHash hash) {
		this.fieldPrefix = cipher.prefix();
		this.hashVersion = hash.ring().current();
	}

	String rowsOf(SealedTable table) {
		Stream<String> columns = table.columns().stream().map(this::column);
		return Stream.concat(columns, table.passing().stream().map(this::eitherKind))
			.collect(Collectors.joining(" or ", "(", ")"));
	}

	private String column(SealedTable.Column column) {
		String text = "not starts_with(%s, '%s')".formatted(column.name(), this.fieldPrefix);
		String hash = (column.hash() != null)
				? " or (%1$s is null or %2$s)".formatted(column.hash(), hash(column.hash())) : "";
		String parts = (column.parts() != null)
				? " or (%1$s is null or %2$s)".formatted(column.parts().column(), hash(column.parts().column() + "[1]"))
				: "";
		return "(%s is not null and (%s%s%s))".formatted(column.name(), text, hash, parts);
	}

	private String hash(String column) {
		return (this.hashVersion == 1) ? "strpos(%s, ':') > 0".formatted(column)
				: "not starts_with(%s, '%d:')".formatted(column, this.hashVersion);
	}

	/** What passes may be either; hashes are called so. */
	private String eitherKind(String column) {
		return column.endsWith("_hash") ? "(%s)".formatted(hash(column))
				: "(not starts_with(%s, '%s'))".formatted(column, this.fieldPrefix);
	}

}

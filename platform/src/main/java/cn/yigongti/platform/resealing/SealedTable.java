package cn.yigongti.platform.resealing;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Declares a table with encrypted columns or keyed hashes, as a bean. In the schema such
 * columns carry the comments {@code encrypted} and {@code keyed hash}; what carries one
 * and isn't declared, or the other way round, fails the tests of its service.
 *
 * @param id the primary key
 * @param idType SQL type of the primary key
 * @param columns what can be sealed anew
 * @param passing what can't be, or needn't, since it is forgotten or renewed in time
 */
public record SealedTable(String name, String id, String idType, List<Column> columns, List<String> passing) {

	/**
	 * An encrypted column.
	 *
	 * @param hash the column with the keyed hash of the same text, if there is one
	 * @param hashed what exactly is hashed of a text
	 * @param parts the hashes of parts of the same text, if there are any
	 */
	public record Column(String name, @Nullable String hash, UnaryOperator<String> hashed, @Nullable Parts parts) {

		Stream<String> names() {
			return Stream.of(this.name, this.hash, (this.parts != null) ? this.parts.column() : null)
				.filter(Objects::nonNull);
		}

	}

	/**
	 * Keyed hashes of the parts of a text.
	 *
	 * @param column a {@code text[]}
	 * @param of what exactly is hashed of a text
	 */
	public record Parts(String column, Function<String, List<String>> of) {

	}

	public static SealedTable of(String name, String id, String idType) {
		return new SealedTable(name, id, idType, List.of(), List.of());
	}

	/** A table whose values are waited for until they are gone. */
	public static SealedTable passing(String name, String... columns) {
		return new SealedTable(name, "", "", List.of(), List.of(columns));
	}

	public SealedTable encrypted(String column) {
		return with(new Column(column, null, UnaryOperator.identity(), null));
	}

	public SealedTable encrypted(String column, String hash, UnaryOperator<String> hashed) {
		return with(new Column(column, hash, hashed, null));
	}

	public SealedTable encrypted(String column, String hash, UnaryOperator<String> hashed, Parts parts) {
		return with(new Column(column, hash, hashed, parts));
	}

	private SealedTable with(Column column) {
		return new SealedTable(this.name, this.id, this.idType,
				Stream.concat(this.columns.stream(), Stream.of(column)).toList(), this.passing);
	}

	/** All columns, as {@code table.column}. */
	Stream<String> declared() {
		return Stream.concat(this.columns.stream().flatMap(Column::names), this.passing.stream())
			.map((column) -> this.name + "." + column);
	}

}

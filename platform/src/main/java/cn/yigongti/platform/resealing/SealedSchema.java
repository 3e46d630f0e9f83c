package cn.yigongti.platform.resealing;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Compares the declared tables with the comments in the schema. */
public class SealedSchema {

	private final List<SealedTable> tables;

	private final JdbcClient jdbc;

	public SealedSchema(List<SealedTable> tables, JdbcClient jdbc) {
		this.tables = tables;
		this.jdbc = jdbc;
	}

	/**
	 * Columns, as {@code table.column}, that the schema calls encrypted or a keyed hash
	 * and nobody has declared, and those that are declared and the schema doesn't.
	 */
	public Set<String> differences() {
		Set<String> marked = Set.copyOf(this.jdbc.sql("""
				select c.relname || '.' || a.attname from pg_description d
				join pg_class c on c.oid = d.objoid and d.classoid = 'pg_class'::regclass
				join pg_attribute a on a.attrelid = c.oid and a.attnum = d.objsubid
				where d.description in ('encrypted', 'keyed hash') and pg_table_is_visible(c.oid)""")
			.query(String.class)
			.list());
		Set<String> declared = this.tables.stream().flatMap(SealedTable::declared).collect(Collectors.toSet());
		Set<String> differences = new TreeSet<>(marked);
		differences.removeAll(declared);
		declared.stream().filter((column) -> !marked.contains(column)).forEach(differences::add);
		return differences;
	}

}

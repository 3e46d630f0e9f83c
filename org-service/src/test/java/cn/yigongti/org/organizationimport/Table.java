package cn.yigongti.org.organizationimport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

import cn.yigongti.org.organizationimport.row.Column;
import cn.yigongti.org.organizationimport.sheet.Dialect;
import cn.yigongti.org.organizationimport.sheet.SheetWriter;
import cn.yigongti.org.organizationimport.sheet.TextEncoding;
import cn.yigongti.org.organizationimport.sheet.format.SheetFiles;

import org.springframework.core.io.ClassPathResource;

/** A table of organizations, to be written down in whatever format. */
public final class Table {

	public static final Dialect CSV = Dialect.csv(TextEncoding.UTF_8, ',');

	/** Tells the codes of this table from those of all others. */
	private final String prefix = UUID.randomUUID().toString().substring(0, 8) + "-";

	private final List<Map<Column, String>> rows = new ArrayList<>();

	/** 城口县: three hospitals, a centre in every township, a clinic in every village. */
	public static Table county() {
		Table table = new Table();
		table.add("人民医院", "A100", "500229", "H1", "");
		table.add("中医院", "A210", "500229", "H2", "");
		table.add("妇幼保健院", "G100", "500229", "H3", "");
		divisions().filter((division) -> division[3].startsWith("500229")).forEach((division) -> {
			boolean village = division[2].equals("VILLAGE");
			table.add(division[1] + (village ? "卫生室" : "卫生院"), village ? "D600" : "C220", division[0], division[0],
					village ? division[3] : "H1");
		});
		return table;
	}

	private static Stream<String[]> divisions() {
		try {
			return new ClassPathResource("divisions/divisions.csv").getContentAsString(StandardCharsets.UTF_8)
				.lines()
				.skip(1)
				.map((line) -> line.split(",", -1));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Adds an organization.
	 * @param code institution code within this table, as is that of the parent
	 */
	public Table add(String name, String type, String regionCode, String code, String parent) {
		Map<Column, String> row = new EnumMap<>(Column.class);
		row.put(Column.NAME, name);
		row.put(Column.TYPE, type);
		row.put(Column.REGION_CODE, regionCode);
		row.put(Column.INSTITUTION_CODE, code(code));
		row.put(Column.PARENT, parent.isEmpty() ? "" : code(parent));
		row.put(Column.OPENED_ON, "2000-01-01");
		this.rows.add(row);
		return this;
	}

	/** Fills in a cell of the last row. */
	public Table with(Column column, String cell) {
		this.rows.getLast().put(column, cell);
		return this;
	}

	/** A code as it stands in the table. */
	public String code(String code) {
		return this.prefix + code;
	}

	public int size() {
		return this.rows.size();
	}

	/** Children may come before their parents. */
	public Table shuffled() {
		Collections.shuffle(this.rows, new Random(1));
		return this;
	}

	public byte[] as(Dialect dialect) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (SheetWriter writer = SheetFiles.write(out, dialect, "机构")) {
			writer.row(Arrays.stream(Column.values()).map(Column::header).toList());
			for (Map<Column, String> row : this.rows) {
				writer.row(Arrays.stream(Column.values()).map((column) -> row.getOrDefault(column, "")).toList());
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return out.toByteArray();
	}

}

package cn.yigongti.org.organizationimport.sheet.format;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

import cn.yigongti.org.organizationimport.sheet.Dialect;
import cn.yigongti.org.organizationimport.sheet.LimitedReader;
import cn.yigongti.org.organizationimport.sheet.SheetLimits;
import cn.yigongti.org.organizationimport.sheet.SheetReader;
import cn.yigongti.org.organizationimport.sheet.SheetWriter;

/** Opens tables to read and to write, in whatever format. */
public final class SheetFiles {

	private SheetFiles() {
	}

	/** Opens a table that has been inspected. */
	public static SheetReader open(Path file, Dialect dialect, SheetLimits limits) throws IOException {
		return new LimitedReader(switch (dialect.format()) {
			case CSV -> new CsvReader(file, dialect, limits);
			case XLSX -> new XlsxReader(file);
		}, limits);
	}

	/**
	 * Begins a table.
	 * @param sheet name of the worksheet, where there is such a thing
	 */
	public static SheetWriter write(OutputStream out, Dialect dialect, String sheet) throws IOException {
		return switch (dialect.format()) {
			case CSV -> new CsvWriter(out, dialect);
			case XLSX -> new XlsxWriter(out, sheet);
		};
	}

}

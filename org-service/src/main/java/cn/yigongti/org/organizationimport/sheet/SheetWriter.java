package cn.yigongti.org.organizationimport.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Writes a table from top to bottom; what has been written is not kept. */
public interface SheetWriter extends AutoCloseable {

	void row(List<String> cells) throws IOException;

	/** Begins another worksheet. There is no such thing in a text file. */
	void sheet(String name) throws IOException;

	/** Ends the file; the stream it went to stays open. */
	@Override
	void close() throws IOException;

	/**
	 * Begins a table.
	 * @param sheet name of the worksheet, where there is such a thing
	 */
	static SheetWriter to(OutputStream out, Dialect dialect, String sheet) throws IOException {
		return switch (dialect.format()) {
			case CSV -> new CsvWriter(out, dialect);
			case XLSX -> new XlsxWriter(out, sheet);
		};
	}

}

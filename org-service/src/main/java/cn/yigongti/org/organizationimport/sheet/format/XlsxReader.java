package cn.yigongti.org.organizationimport.sheet.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import cn.yigongti.org.organizationimport.sheet.SheetReader;
import cn.yigongti.org.organizationimport.sheet.SheetRefused;
import cn.yigongti.org.organizationimport.sheet.SheetRefused.Reason;
import cn.yigongti.org.organizationimport.sheet.SheetRow;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/**
 * The worksheet 机构, or else the first. The library trusts its input; only workbooks that
 * have been inspected may come here.
 */
class XlsxReader implements SheetReader {

	static final String SHEET = "机构";

	private final ReadableWorkbook workbook;

	private final Stream<Row> stream;

	private final Iterator<Row> rows;

	private int line;

	XlsxReader(Path file) throws IOException {
		this.workbook = open(file);
		try {
			this.stream = sheet().openStream();
			this.rows = this.stream.iterator();
		}
		catch (IOException | RuntimeException ex) {
			this.workbook.close();
			throw (ex instanceof SheetRefused refused) ? refused : new SheetRefused(Reason.UNREADABLE_FILE, ex);
		}
	}

	private static ReadableWorkbook open(Path file) {
		try {
			return open(file, true);
		}
		catch (IOException | RuntimeException ex) {
			return openWithoutStyles(file);
		}
	}

	/** There need not be any. */
	private static ReadableWorkbook openWithoutStyles(Path file) {
		try {
			return open(file, false);
		}
		catch (IOException | RuntimeException ex) {
			throw new SheetRefused(Reason.UNREADABLE_FILE, ex);
		}
	}

	private static ReadableWorkbook open(Path file, boolean formats) throws IOException {
		return new ReadableWorkbook(file.toFile(), new ReadingOptions(formats, true));
	}

	private Sheet sheet() {
		return this.workbook.findSheet(SHEET)
			.or(() -> this.workbook.getSheet(0))
			.orElseThrow(() -> new SheetRefused(Reason.EMPTY_FILE));
	}

	@Override
	public Optional<SheetRow> next() {
		try {
			return this.rows.hasNext() ? Optional.of(row(this.rows.next())) : Optional.empty();
		}
		catch (SheetRefused ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			throw new SheetRefused(Reason.UNREADABLE_FILE, ex);
		}
	}

	private SheetRow row(Row row) {
		this.line = Math.max(this.line + 1, row.getRowNum());
		List<String> cells = new ArrayList<>(row.getCellCount());
		for (org.dhatim.fastexcel.reader.@Nullable Cell cell : row) {
			cells.add((cell != null) ? CellText.of(cell) : "");
		}
		return new SheetRow(this.line, cells);
	}

	@Override
	public void close() throws IOException {
		this.stream.close();
		this.workbook.close();
	}

}

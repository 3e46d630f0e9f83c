package cn.yigongti.org.organizationimport.sheet.format;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.util.List;
import java.util.Objects;

import cn.yigongti.org.organizationimport.sheet.Dialect;
import cn.yigongti.org.organizationimport.sheet.Formula;
import cn.yigongti.org.organizationimport.sheet.SheetWriter;
import cn.yigongti.org.organizationimport.sheet.TextEncoding;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * UTF-8 begins with a byte order mark, without which spreadsheets take it for the
 * encoding of the machine.
 */
class CsvWriter implements SheetWriter {

	private static final char BYTE_ORDER_MARK = '\uFEFF';

	private final CSVPrinter printer;

	CsvWriter(OutputStream out, Dialect dialect) throws IOException {
		TextEncoding encoding = Objects.requireNonNull(dialect.encoding());
		var writer = new OutputStreamWriter(out, encoding.charset());
		if (encoding == TextEncoding.UTF_8) {
			writer.write(BYTE_ORDER_MARK);
		}
		this.printer = CSVFormat.EXCEL.builder()
			.setDelimiter(Objects.requireNonNull(dialect.separator()))
			.get()
			.print(writer);
	}

	@Override
	public void row(List<String> cells) throws IOException {
		this.printer.printRecord(cells.stream().map(Formula::neutralised));
	}

	@Override
	public void sheet(String name) {
		throw new UnsupportedOperationException("a text file has one sheet");
	}

	@Override
	public void close() throws IOException {
		this.printer.flush();
	}

}

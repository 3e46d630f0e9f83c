package cn.yigongti.org.organizationimport.sheet.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;

import cn.yigongti.org.organizationimport.sheet.Dialect;
import cn.yigongti.org.organizationimport.sheet.Formula;
import cn.yigongti.org.organizationimport.sheet.SheetLimits;
import cn.yigongti.org.organizationimport.sheet.SheetReader;
import cn.yigongti.org.organizationimport.sheet.SheetRefused;
import cn.yigongti.org.organizationimport.sheet.SheetRefused.Reason;
import cn.yigongti.org.organizationimport.sheet.SheetRow;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** RFC 4180, with the separator of the {@link Dialect}. */
class CsvReader implements SheetReader {

	private final ShortRecords source;

	private final CSVParser parser;

	private final Iterator<CSVRecord> records;

	CsvReader(Path file, Dialect dialect, SheetLimits limits) throws IOException {
		this.source = new ShortRecords(Objects.requireNonNull(dialect.encoding()).read(file),
				limits.columns() * limits.cellLength());
		this.parser = CSVFormat.RFC4180.builder()
			.setDelimiter(Objects.requireNonNull(dialect.separator()))
			.get()
			.parse(this.source);
		this.records = this.parser.iterator();
	}

	@Override
	public Optional<SheetRow> next() throws IOException {
		int line = Math.toIntExact(this.parser.getCurrentLineNumber()) + 1;
		this.source.startRecord();
		try {
			return this.records.hasNext() ? Optional.of(row(line, this.records.next())) : Optional.empty();
		}
		catch (UncheckedIOException ex) {
			throw (ex.getCause() instanceof CSVException) ? new SheetRefused(Reason.UNREADABLE_FILE, ex) : ex;
		}
	}

	private static SheetRow row(int line, CSVRecord found) {
		return new SheetRow(line, found.stream().map(Formula::restored).toList());
	}

	@Override
	public void close() throws IOException {
		this.parser.close();
	}

}

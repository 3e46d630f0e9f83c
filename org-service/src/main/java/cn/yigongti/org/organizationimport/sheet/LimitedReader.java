package cn.yigongti.org.organizationimport.sheet;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import cn.yigongti.org.organizationimport.sheet.SheetRefused.Reason;

/** Passes on rows that hold something, up to the limits. */
public class LimitedReader implements SheetReader {

	private final SheetReader reader;

	private final SheetLimits limits;

	private int rows;

	private long text;

	public LimitedReader(SheetReader reader, SheetLimits limits) {
		this.reader = reader;
		this.limits = limits;
	}

	@Override
	public Optional<SheetRow> next() throws IOException {
		Optional<SheetRow> next = this.reader.next().map(LimitedReader::trimmed);
		while (next.isPresent() && next.get().cells().isEmpty()) {
			next = this.reader.next().map(LimitedReader::trimmed);
		}
		next.ifPresent(this::count);
		return next;
	}

	private void count(SheetRow row) {
		this.limits.check(row);
		this.rows++;
		this.text += row.cells().stream().mapToInt(String::length).sum();
		if (this.rows > this.limits.rows()) {
			throw new SheetRefused(Reason.TOO_MANY_ROWS, this.limits.rows() - 1);
		}
		if (this.text > this.limits.text()) {
			throw new SheetRefused(Reason.TOO_MUCH_TEXT);
		}
	}

	private static SheetRow trimmed(SheetRow row) {
		List<String> cells = row.cells();
		int end = cells.size();
		while (end > 0 && cells.get(end - 1).isBlank()) {
			end--;
		}
		return (end == cells.size()) ? row : new SheetRow(row.line(), cells.subList(0, end));
	}

	@Override
	public void close() throws IOException {
		this.reader.close();
	}

}

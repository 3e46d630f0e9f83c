package cn.yigongti.org.organizationimport.sheet.format;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

import cn.yigongti.org.organizationimport.sheet.SheetRefused;
import cn.yigongti.org.organizationimport.sheet.SheetRefused.Reason;

/**
 * Text that is read record by record, none of them endless: a quote that is opened and
 * never closed makes all the rest one cell.
 */
class ShortRecords extends FilterReader {

	/** The parser reads ahead by as much. */
	private static final int SLACK = 16_384;

	private final int limit;

	private int read;

	ShortRecords(Reader text, int limit) {
		super(text);
		this.limit = limit + SLACK;
	}

	void startRecord() {
		this.read = 0;
	}

	@Override
	public int read() throws IOException {
		int next = super.read();
		count((next >= 0) ? 1 : 0);
		return next;
	}

	@Override
	public int read(char[] buffer, int offset, int length) throws IOException {
		int count = super.read(buffer, offset, length);
		count(Math.max(0, count));
		return count;
	}

	private void count(int characters) {
		this.read += characters;
		if (this.read > this.limit) {
			throw new SheetRefused(Reason.UNREADABLE_FILE);
		}
	}

}

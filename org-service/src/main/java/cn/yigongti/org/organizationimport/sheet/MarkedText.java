package cn.yigongti.org.organizationimport.sheet;

import java.io.FilterReader;
import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;

/** Text that may begin with a byte order mark, without it. */
class MarkedText extends FilterReader {

	private static final int BYTE_ORDER_MARK = '\uFEFF';

	MarkedText(Reader text) throws IOException {
		super(new PushbackReader(text));
		int first = this.in.read();
		if (first >= 0 && first != BYTE_ORDER_MARK) {
			((PushbackReader) this.in).unread(first);
		}
	}

}

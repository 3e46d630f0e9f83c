package cn.yigongti.org.organizationimport.sheet;

import java.io.IOException;
import java.util.List;

/** Writes a table from top to bottom; what has been written is not kept. */
public interface SheetWriter extends AutoCloseable {

	void row(List<String> cells) throws IOException;

	/** Begins another worksheet. There is no such thing in a text file. */
	void sheet(String name) throws IOException;

	/** Ends the file; the stream it went to stays open. */
	@Override
	void close() throws IOException;

}

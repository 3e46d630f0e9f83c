package cn.yigongti.org.organizationimport.sheet;

import java.io.IOException;
import java.util.Optional;

/**
 * Reads a table from top to bottom, once.
 * <p>
 * Whatever is wrong with the file is a {@link SheetRefused}, an {@link IOException} is
 * the disk's fault.
 */
public interface SheetReader extends AutoCloseable {

	/**
	 * The next row that is not blank.
	 * @throws SheetRefused when the file can't be read on
	 */
	Optional<SheetRow> next() throws IOException;

	@Override
	void close() throws IOException;

}

package cn.yigongti.org.organizationimport.web;

import java.util.List;
import java.util.UUID;

import cn.yigongti.org.organizationimport.row.RowOutcome;
import org.jspecify.annotations.Nullable;

/**
 * A row of a file.
 *
 * @param line in the file: row of the worksheet, line of the text
 * @param organizationId once it is in the register
 * @param errors all that is wrong with it
 */
record RowResponse(int line, RowOutcome outcome, String name, @Nullable String institutionCode,
		@Nullable UUID organizationId, List<CellError> errors) {

	/**
	 * Something that is wrong with a cell.
	 *
	 * @param column its header in Chinese
	 */
	record CellError(String column, String code, String detail) {

	}

}

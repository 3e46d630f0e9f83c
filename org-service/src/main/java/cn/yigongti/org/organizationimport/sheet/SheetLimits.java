package cn.yigongti.org.organizationimport.sheet;

import cn.yigongti.org.organizationimport.sheet.SheetRefused.Reason;

/**
 * How much a table may hold.
 *
 * @param rows with the header
 * @param cellLength in characters
 * @param text in characters, over all cells
 */
public record SheetLimits(int rows, int columns, int cellLength, long text) {

	private static final int COLUMNS = 64;

	private static final int CELL_LENGTH = 1_000;

	private static final long TEXT = 64_000_000;

	public static SheetLimits ofRows(int rows) {
		return new SheetLimits(rows, COLUMNS, CELL_LENGTH, TEXT);
	}

	void check(SheetRow row) {
		if (row.cells().size() > this.columns) {
			throw new SheetRefused(Reason.TOO_MANY_COLUMNS, this.columns, row.line());
		}
		if (row.cells().stream().anyMatch((cell) -> cell.length() > this.cellLength)) {
			throw new SheetRefused(Reason.CELL_TOO_LONG, this.cellLength, row.line());
		}
	}

}

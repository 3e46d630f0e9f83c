package cn.yigongti.org.organizationimport.sheet;

import java.util.List;

/**
 * A row that is not blank.
 *
 * @param line by which its author finds it: row of a worksheet, line of a text file
 * @param cells as text, without the blank ones at the end
 */
public record SheetRow(int line, List<String> cells) {

	public SheetRow {
		cells = List.copyOf(cells);
	}

	/** A cell, blank where the row has ended already. */
	public String cell(int index) {
		return (index < this.cells.size()) ? this.cells.get(index) : "";
	}

}

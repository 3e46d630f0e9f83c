package cn.yigongti.org.organizationimport.sheet.inspection;

import cn.yigongti.org.organizationimport.sheet.SheetRefused;
import cn.yigongti.org.organizationimport.sheet.SheetRefused.Reason;

/** What has been seen over all parts of a workbook. */
class Census {

	/** They are kept in memory while a workbook is read. */
	private static final int MAX_SHARED_STRINGS = 1_000_000;

	private int sharedStrings;

	private int lastUsed = -1;

	private boolean workbook;

	void sharedString() {
		this.sharedStrings++;
		if (this.sharedStrings > MAX_SHARED_STRINGS) {
			throw new SheetRefused(Reason.TOO_MUCH_TEXT);
		}
	}

	void uses(String index) {
		try {
			this.lastUsed = Math.max(this.lastUsed, Integer.parseInt(index));
		}
		catch (NumberFormatException ex) {
			throw new SheetRefused(Reason.UNREADABLE_FILE, ex);
		}
	}

	void workbook() {
		this.workbook = true;
	}

	void requireWorkbook() {
		if (!this.workbook) {
			throw new SheetRefused(Reason.UNSUPPORTED_FILE);
		}
	}

	/**
	 * Whoever asks for a string beyond the last makes the reader invent all before it.
	 */
	void requireSharedStrings() {
		PartInspection.require(this.lastUsed < this.sharedStrings);
	}

}

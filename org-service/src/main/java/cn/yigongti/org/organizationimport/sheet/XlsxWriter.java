package cn.yigongti.org.organizationimport.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Every cell is text, also one that looks like a formula or a number. */
class XlsxWriter implements SheetWriter {

	private static final int FLUSHED_ROWS = 200;

	private final Workbook workbook;

	private Worksheet sheet;

	private int rows;

	XlsxWriter(OutputStream out, String sheet) {
		this.workbook = new Workbook(out, "Yigongti", "1.0");
		this.sheet = begin(sheet);
	}

	private Worksheet begin(String name) {
		Worksheet begun = this.workbook.newWorksheet(name);
		begun.freezePane(0, 1);
		return begun;
	}

	@Override
	public void sheet(String name) throws IOException {
		this.sheet.finish();
		this.sheet = begin(name);
		this.rows = 0;
	}

	@Override
	public void row(List<String> cells) throws IOException {
		for (int i = 0; i < cells.size(); i++) {
			if (!cells.get(i).isEmpty()) {
				this.sheet.inlineString(this.rows, i, cells.get(i));
			}
		}
		this.rows++;
		if (this.rows % FLUSHED_ROWS == 0) {
			this.sheet.flush();
		}
	}

	@Override
	public void close() throws IOException {
		this.workbook.finish();
	}

}

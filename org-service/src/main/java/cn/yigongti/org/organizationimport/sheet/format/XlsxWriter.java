package cn.yigongti.org.organizationimport.sheet.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

import cn.yigongti.org.organizationimport.sheet.SheetWriter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Every cell is text, also one that looks like a formula or a number. */
class XlsxWriter implements SheetWriter {

	private static final int FLUSHED_ROWS = 200;

	private static final String TEXT = "@";

	private static final double WIDTH = 18;

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
		if (this.rows == 0) {
			format(cells.size());
		}
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

	/** Whatever is typed below stays as it is typed; a code is no number. */
	private void format(int columns) {
		for (int i = 0; i < columns; i++) {
			this.sheet.style(i).format(TEXT).set();
			this.sheet.width(i, WIDTH);
		}
	}

	@Override
	public void close() throws IOException {
		this.workbook.finish();
	}

}

package cn.yigongti.org.organizationimport.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;

import cn.yigongti.org.organizationimport.row.Column;
import cn.yigongti.org.organizationimport.sheet.Dialect;
import cn.yigongti.org.organizationimport.sheet.SheetFormat;
import cn.yigongti.org.organizationimport.sheet.SheetWriter;
import cn.yigongti.org.organizationimport.sheet.TextEncoding;
import cn.yigongti.org.organizationimport.sheet.format.SheetFiles;

import org.springframework.stereotype.Component;

/**
 * An empty table with the columns that can be filled in, and what each is for. Nothing in
 * it could be taken for an organization if somebody forgets to delete it.
 */
@Component
public class Template {

	static final String SHEET = "机构";

	private static final String NOTES = "填写说明";

	private static final Dialect CSV = Dialect.csv(TextEncoding.UTF_8, ',');

	public void write(SheetFormat format, OutputStream out) throws IOException {
		switch (format) {
			case CSV -> writeText(out);
			case XLSX -> writeWorkbook(out);
		}
	}

	/** What explains stands above the header as comments. */
	private void writeText(OutputStream out) throws IOException {
		try (SheetWriter writer = SheetFiles.write(out, CSV, SHEET)) {
			for (Column column : Column.values()) {
				String example = column.example().isEmpty() ? "" : "。例如 " + column.example();
				writer.row(List.of("# " + header(column) + "：" + column.note() + example));
			}
			writer.row(headers());
		}
	}

	private void writeWorkbook(OutputStream out) throws IOException {
		try (SheetWriter writer = SheetFiles.write(out, Dialect.XLSX, SHEET)) {
			writer.row(headers());
			writer.sheet(NOTES);
			writer.row(List.of("列名", "是否必填", "说明", "示例"));
			for (Column column : Column.values()) {
				writer
					.row(List.of(column.header(), column.isRequired() ? "必填" : "选填", column.note(), column.example()));
			}
		}
	}

	private static List<String> headers() {
		return Arrays.stream(Column.values()).map(Template::header).toList();
	}

	private static String header(Column column) {
		return column.isRequired() ? column.header() + "*" : column.header();
	}

}

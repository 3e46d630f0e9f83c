package cn.yigongti.org.organizationimport.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook put together part by part, which no well-meaning program would write. */
public final class Workbooks {

	private static final String NS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

	private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

	private final Map<String, byte[]> parts = new LinkedHashMap<>();

	private Workbooks() {
		part("[Content_Types].xml",
				contentTypes("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"));
		part("_rels/.rels", relations("officeDocument", "xl/workbook.xml"));
		part("xl/workbook.xml", "<workbook xmlns=\"" + NS + "\" xmlns:r=\"" + RELATIONS
				+ "\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
		part("xl/_rels/workbook.xml.rels", relations("worksheet", "worksheets/sheet1.xml"));
		rows("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>机构名称</t></is></c></row>");
	}

	/** With one sheet that says 机构名称 in its first cell. */
	public static Workbooks sound() {
		return new Workbooks();
	}

	public static String contentTypes(String workbookType) {
		return "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
				+ "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
				+ "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + workbookType + "\"/>"
				+ "<Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml\"/>"
				+ "</Types>";
	}

	public static String relations(String type, String target) {
		return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\""
				+ RELATIONS + "/" + type + "\" Target=\"" + target + "\"/></Relationships>";
	}

	public Workbooks rows(String xml) {
		return part("xl/worksheets/sheet1.xml",
				"<worksheet xmlns=\"" + NS + "\"><sheetData>" + xml + "</sheetData></worksheet>");
	}

	public Workbooks part(String name, String content) {
		return part(name, content.getBytes(StandardCharsets.UTF_8));
	}

	public Workbooks part(String name, byte[] content) {
		this.parts.put(name, content);
		return this;
	}

	public Path write(Path folder) throws IOException {
		Path file = Files.createTempFile(folder, "workbook", ".xlsx");
		try (OutputStream out = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(out)) {
			for (Map.Entry<String, byte[]> part : this.parts.entrySet()) {
				zip.putNextEntry(new ZipEntry(part.getKey()));
				zip.write(part.getValue());
				zip.closeEntry();
			}
		}
		return file;
	}

}

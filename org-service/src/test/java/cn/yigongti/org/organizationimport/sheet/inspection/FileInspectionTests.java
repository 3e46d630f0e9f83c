package cn.yigongti.org.organizationimport.sheet.inspection;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import cn.yigongti.org.organizationimport.sheet.Dialect;
import cn.yigongti.org.organizationimport.sheet.SheetRefused;
import cn.yigongti.org.organizationimport.sheet.SheetRefused.Reason;
import cn.yigongti.org.organizationimport.sheet.TextEncoding;
import cn.yigongti.org.organizationimport.sheet.Workbooks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class FileInspectionTests {

	private static final Charset GB18030 = Charset.forName("GB18030");

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path folder;

	@Test
	void recognisesTextByItsBytes() throws IOException {
		assertThat(FileInspection.of(text("机构名称,地址\n"))).isEqualTo(Dialect.csv(TextEncoding.UTF_8, ','));
		assertThat(FileInspection.of(text("\uFEFF机构名称;地址\r\n"))).isEqualTo(Dialect.csv(TextEncoding.UTF_8, ';'));
		assertThat(FileInspection.of(file("机构名称\t地址\n".getBytes(GB18030))))
			.isEqualTo(Dialect.csv(TextEncoding.GB18030, '\t'));
	}

	@Test
	void findsTheSeparatorBelowCommentsOnly() throws IOException {
		assertThat(FileInspection.of(text("# 说明,,,,\n\n\"# 又,及\",,,\n名称;地址\n")).separator()).isEqualTo(';');
	}

	@Test
	void believesAnEncodingOnlyWhenAllOfTheFileIsInIt() throws IOException {
		String ascii = "name,type\n" + "x,A100\n".repeat(5_000);
		assertThat(FileInspection.of(file((ascii + "村卫生室").getBytes(GB18030))).encoding())
			.isEqualTo(TextEncoding.GB18030);
		byte[] broken = (ascii + "村卫生室").getBytes(StandardCharsets.UTF_8);
		broken[broken.length - 1] = (byte) 0xff;
		assertRefused(file(broken), Reason.ENCODING_UNKNOWN);
	}

	@Test
	void refusesTextOfAnotherEncoding() throws IOException {
		assertRefused(file("é\u00ff,ÿ".getBytes(StandardCharsets.ISO_8859_1)), Reason.ENCODING_UNKNOWN);
		byte[] utf16 = "\uFEFF机构名称".getBytes(StandardCharsets.UTF_16LE);
		assertRefused(file(utf16), Reason.ENCODING_UNKNOWN);
	}

	@ParameterizedTest
	@ValueSource(strings = { "%PDF-1.7", "Rar!\u001a", "<html><table>", "\u007fELF\u0000\u0001", "name\u0000,type" })
	void refusesWhatIsNoTable(String content) throws IOException {
		assertRefused(text(content), Reason.UNSUPPORTED_FILE);
	}

	@Test
	void refusesWorkbooksOfTheOldKindAndThoseThatNeedAPassword() throws IOException {
		byte[] ole = { (byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1 };
		assertRefused(file(ole), Reason.UNSUPPORTED_FILE);
		ByteArrayOutputStream encrypted = new ByteArrayOutputStream();
		encrypted.write(ole);
		encrypted.write(new byte[(1 << 16) - 20]);
		encrypted.write("EncryptedPackage".getBytes(StandardCharsets.UTF_16LE));
		assertRefused(file(encrypted.toByteArray()), Reason.ENCRYPTED_FILE);
	}

	@Test
	void refusesOtherZips() throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			zip.putNextEntry(new ZipEntry("a.txt"));
			zip.write(new byte[] { 'a' });
		}
		assertRefused(file(bytes.toByteArray()), Reason.UNSUPPORTED_FILE);
		assertRefused(
				workbook().part("[Content_Types].xml",
						Workbooks.contentTypes(
								"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml")),
				Reason.UNSUPPORTED_FILE);
	}

	@Test
	void acceptsASoundWorkbook() throws IOException {
		assertThat(FileInspection.of(workbook().write(this.folder))).isEqualTo(Dialect.XLSX);
		assertThat(FileInspection.of(workbook().part("xl/media/image1.png", "\u0089PNG\r\n<x").write(this.folder)))
			.isEqualTo(Dialect.XLSX);
	}

	@Test
	void refusesATruncatedWorkbook() throws IOException {
		byte[] whole = Files.readAllBytes(workbook().write(this.folder));
		assertRefused(file(Arrays.copyOf(whole, whole.length - 30)), Reason.UNREADABLE_FILE);
	}

	@Test
	void refusesNothing() throws IOException {
		assertRefused(file(new byte[0]), Reason.EMPTY_FILE);
		assertRefused(text("\n\n  \n"), Reason.EMPTY_FILE);
	}

	@Test
	void refusesPrograms() throws IOException {
		assertRefused(workbook().part("xl/vbaProject.bin", "x"), Reason.MACRO_FILE);
		assertRefused(
				workbook().part("[Content_Types].xml",
						Workbooks.contentTypes("application/vnd.ms-excel.sheet.macroEnabled.main+xml")),
				Reason.MACRO_FILE);
		assertRefused(workbook().part("xl/_rels/more.rels", Workbooks.relations("xlMacrosheet", "m.xml")),
				Reason.MACRO_FILE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "xl/externalLinks/externalLink1.xml", "xl/embeddings/oleObject1.bin",
			"xl/activeX/activeX1.xml", "xl/connections.xml" })
	void refusesOtherFilesInside(String part) throws IOException {
		assertRefused(workbook().part(part, "<x/>"), Reason.EMBEDDED_CONTENT);
	}

	@Test
	void refusesReferencesToOtherFiles() throws IOException {
		assertRefused(workbook().part("xl/_rels/x.rels", Workbooks.relations("oleObject", "x.bin")),
				Reason.EMBEDDED_CONTENT);
		assertRefused(workbook().part("xl/y.xml", "<y><oleObject/></y>"), Reason.EMBEDDED_CONTENT);
		assertThat(FileInspection
			.of(workbook().part("xl/_rels/x.rels", Workbooks.relations("hyperlink", "https://example.org"))
				.write(this.folder)))
			.isEqualTo(Dialect.XLSX);
	}

	@Test
	void refusesFilesWithinFiles() throws IOException {
		byte[] inner = Files.readAllBytes(workbook().write(this.folder));
		assertRefused(workbook().part("xl/media/image1.png", inner), Reason.EMBEDDED_CONTENT);
	}

	@Test
	void refusesBombs() throws IOException {
		assertRefused(workbook().part("xl/media/image1.png", new byte[64 << 20]), Reason.INFLATES_TOO_MUCH);
		assertRefused(workbook().rows("<row/>".repeat(4 << 20)), Reason.INFLATES_TOO_MUCH);
	}

	@ParameterizedTest
	@ValueSource(strings = { "<f>1+1</f>", "<f t=\"shared\" si=\"0\"/>", "<x:f xmlns:x=\"urn:x\">1</x:f>" })
	void refusesFormulasAndSaysWhere(String formula) throws IOException {
		Path file = workbook().rows("<row r=\"7\"><c r=\"C7\">" + formula + "<v>2</v></c></row>").write(this.folder);
		assertThatExceptionOfType(SheetRefused.class).isThrownBy(() -> FileInspection.of(file)).satisfies((ex) -> {
			assertThat(ex.reason()).isEqualTo(Reason.FORMULA);
			assertThat(ex.arguments()).containsExactly("C7");
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "<row r=\"1\"><c r=\"FXSHRXW1\"><v>1</v></c></row>",
			"<row r=\"1\"><c r=\"A1\" t=\"s\"><v>2000000000</v></c></row>",
			"<row r=\"1\"><c r=\"A1\"><v>1234567890123456789012345678901234567890123</v></c></row>",
			"<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t><![CDATA[x]]></t></is></c></row>", "<row r=\"99999999\"/>",
			"<row>" })
	void refusesWhatWouldHarmTheReader(String rows) throws IOException {
		assertRefused(workbook().rows(rows), Reason.UNREADABLE_FILE);
	}

	@Test
	void refusesEndlessTextsTagsAndRows() throws IOException {
		String endless = "x".repeat(300_000);
		assertRefused(workbook().part("xl/a.xml", "<a>" + endless + "</a>"), Reason.UNREADABLE_FILE);
		assertRefused(workbook().part("xl/a.xml", "<a b=\"" + endless + "\"/>"), Reason.UNREADABLE_FILE);
		assertRefused(workbook().rows("<row>" + "<c/>".repeat(1_000) + "</row>"), Reason.UNREADABLE_FILE);
		assertRefused(workbook().part("xl/a.xml", "<a>".repeat(100) + "</a>".repeat(100)), Reason.UNREADABLE_FILE);
	}

	@Test
	void refusesEntitiesAndEncodingsThatHideSomething() throws IOException {
		assertRefused(workbook().part("xl/a.xml", "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>"),
				Reason.UNREADABLE_FILE);
		assertRefused(workbook().part("xl/a.xml", "<a>x</a>".getBytes(StandardCharsets.UTF_16)),
				Reason.UNREADABLE_FILE);
	}

	private static Workbooks workbook() {
		return Workbooks.sound();
	}

	private Path text(String content) throws IOException {
		return file(content.getBytes(StandardCharsets.UTF_8));
	}

	private Path file(byte[] content) throws IOException {
		return Files.write(Files.createTempFile(this.folder, "upload", ""), content);
	}

	private void assertRefused(Workbooks workbook, Reason reason) throws IOException {
		assertRefused(workbook.write(this.folder), reason);
	}

	private static void assertRefused(Path file, Reason reason) {
		assertThatExceptionOfType(SheetRefused.class).isThrownBy(() -> FileInspection.of(file))
			.extracting(SheetRefused::reason)
			.isEqualTo(reason);
	}

}

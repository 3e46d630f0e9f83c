package cn.yigongti.org.organizationimport.sheet.format;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import cn.yigongti.org.organizationimport.sheet.SheetLimits;
import cn.yigongti.org.organizationimport.sheet.SheetReader;
import cn.yigongti.org.organizationimport.sheet.SheetRefused;
import cn.yigongti.org.organizationimport.sheet.SheetRefused.Reason;
import cn.yigongti.org.organizationimport.sheet.SheetRow;
import cn.yigongti.org.organizationimport.sheet.Workbooks;
import cn.yigongti.org.organizationimport.sheet.inspection.FileInspection;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SheetReaderTests {

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path folder;

	@Test
	void readsQuotedCellsAndCountsLinesAsAnEditorDoes() throws IOException {
		List<SheetRow> rows = read(csv("名称,地址\r\n\r\n\"卫生,院\",\"一\r\n二\"\r\n\"他说\"\"好\"\"\",x"));
		assertThat(rows).containsExactly(new SheetRow(1, List.of("名称", "地址")),
				new SheetRow(3, List.of("卫生,院", "一\r\n二")), new SheetRow(5, List.of("他说\"好\"", "x")));
	}

	@Test
	void passesOverBlankRowsAndBlankCellsAtTheEnd() throws IOException {
		assertThat(read(csv("a,b,,\n,,,\n ,\nc\n"))).containsExactly(new SheetRow(1, List.of("a", "b")),
				new SheetRow(4, List.of("c")));
	}

	@Test
	void readsBackWhatWasMadeNeutral() throws IOException {
		assertThat(read(csv("'+86-23,'name,'=1\n"))).containsExactly(new SheetRow(1, List.of("+86-23", "'name", "=1")));
	}

	@Test
	void refusesQuotesThatNeverClose() throws IOException {
		assertRefused(csv("a,b\n\"c,d\n"), Reason.UNREADABLE_FILE);
		assertRefused(csv("a,b\n\"" + "c,d\n".repeat(100_000)), Reason.UNREADABLE_FILE);
		assertRefused(csv("a,b\n\"c\"d,e\n"), Reason.UNREADABLE_FILE);
	}

	@Test
	void refusesTooMuch() throws IOException {
		assertRefused(csv("a\n".repeat(102)), Reason.TOO_MANY_ROWS);
		assertThat(read(csv("a\n".repeat(101)))).hasSize(101);
		assertRefused(csv("a,".repeat(64) + "b"), Reason.TOO_MANY_COLUMNS);
		assertThat(read(csv("a,".repeat(63) + "b"))).hasSize(1);
		assertRefused(csv("a".repeat(1_001)), Reason.CELL_TOO_LONG);
		assertThat(read(csv("a".repeat(1_000)))).hasSize(1);
		SheetLimits scarce = new SheetLimits(100, 10, 10, 20);
		Path file = csv("1234567890,1234567890,x");
		assertThatExceptionOfType(SheetRefused.class).isThrownBy(() -> read(file, scarce))
			.extracting(SheetRefused::reason)
			.isEqualTo(Reason.TOO_MUCH_TEXT);
	}

	@Test
	void readsTextNumbersAndDatesOfAWorksheet() throws IOException {
		Path file = workbook((sheet) -> {
			sheet.value(0, 0, "卫生院");
			sheet.value(0, 2, 500229102L);
			sheet.value(0, 3, 31.947823);
			sheet.value(1, 0, LocalDate.of(2026, 1, 2));
			sheet.style(1, 0).format("yyyy\"年\"m\"月\"d\"日\"").set();
			sheet.value(1, 1, 46_024);
			sheet.style(1, 1).format("0.00\"yd\"").set();
			sheet.value(1, 2, true);
			sheet.inlineString(4, 0, "内联");
		});
		assertThat(read(file)).containsExactly(new SheetRow(1, List.of("卫生院", "", "500229102", "31.947823")),
				new SheetRow(2, List.of("2026-01-02", "46024", "TRUE")), new SheetRow(5, List.of("内联")));
	}

	@Test
	void prefersTheSheetThatIsNamedForIt() throws IOException {
		Path file = Files.createTempFile(this.folder, "two", ".xlsx");
		try (OutputStream out = Files.newOutputStream(file); Workbook workbook = new Workbook(out, "test", "1.0")) {
			workbook.newWorksheet("说明").value(0, 0, "no");
			workbook.newWorksheet("机构").value(0, 0, "yes");
		}
		assertThat(read(file)).containsExactly(new SheetRow(1, List.of("yes")));
	}

	@Test
	void readsDatesOfBothCalendarsAndOfChineseFormats() throws IOException {
		String styles = "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"31\"/></cellXfs></styleSheet>";
		String types = Workbooks
			.contentTypes("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml")
			.replace("<Override PartName=\"/xl/sharedStrings.xml\"",
					"<Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/><Override PartName=\"/xl/sharedStrings.xml\"");
		Workbooks workbook = Workbooks.sound()
			.part("[Content_Types].xml", types)
			.part("xl/styles.xml", styles)
			.rows("<row><c s=\"1\"><v>46024.5</v></c><c s=\"0\"><v>46024</v></c></row>");
		assertThat(read(workbook.write(this.folder)).getFirst().cells()).containsExactly("2026-01-02", "46024");
		workbook.part("xl/workbook.xml",
				"<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
						+ "<workbookPr date1904=\"1\"/><sheets><sheet name=\"S\" r:id=\"r1\"/></sheets></workbook>");
		assertThat(read(workbook.write(this.folder)).getFirst().cell(0)).isEqualTo("2030-01-03");
	}

	@ParameterizedTest
	@CsvSource({ "5.00229E8,500229000", "5.00229102E+8,500229102", "125002290000010111,125002290000010111",
			"1.2500229000001011E17,1.25002290000010E+17", "1.2500229000001E17,1.2500229000001E+17",
			"0.30000000000000004,0.3", "31.947823000000001,31.947823", "-0.5,-0.5", "0,0", "100.0,100",
			"1E999999999,1E+999999999" })
	void takesAllDigitsOfANumberOrShowsThatSomeAreLost(String raw, String text) {
		assertThat(new java.math.BigDecimal(CellText.number(raw))).isEqualByComparingTo(text);
		assertThat(CellText.number(raw).contains("E")).isEqualTo(text.contains("E"));
	}

	@Test
	void givesRowsTheirNumberEvenIfTheWorkbookDoesNot() throws IOException {
		Path file = Workbooks.sound()
			.rows("<row><c t=\"inlineStr\"><is><t>a</t></is></c></row>".repeat(2)
					+ "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>b</t></is></c></row>")
			.write(this.folder);
		assertThat(read(file)).extracting(SheetRow::line).containsExactly(1, 2, 3);
	}

	private Path csv(String content) throws IOException {
		return Files.writeString(Files.createTempFile(this.folder, "upload", ".csv"), content);
	}

	private Path workbook(Consumer<Worksheet> content) throws IOException {
		Path file = Files.createTempFile(this.folder, "upload", ".xlsx");
		try (OutputStream out = Files.newOutputStream(file); Workbook workbook = new Workbook(out, "test", "1.0")) {
			content.accept(workbook.newWorksheet("一"));
		}
		return file;
	}

	private static List<SheetRow> read(Path file) throws IOException {
		return read(file, SheetLimits.ofRows(101));
	}

	private static List<SheetRow> read(Path file, SheetLimits limits) throws IOException {
		List<SheetRow> rows = new ArrayList<>();
		try (SheetReader reader = SheetFiles.open(file, FileInspection.of(file), limits)) {
			for (Optional<SheetRow> row = reader.next(); row.isPresent(); row = reader.next()) {
				rows.add(row.get());
			}
		}
		return rows;
	}

	private static void assertRefused(Path file, Reason reason) {
		assertThatExceptionOfType(SheetRefused.class).isThrownBy(() -> read(file))
			.extracting(SheetRefused::reason)
			.isEqualTo(reason);
	}

}

package cn.yigongti.org.organizationimport.report;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import cn.yigongti.org.organizationimport.ImportApi;
import cn.yigongti.org.organizationimport.Table;
import cn.yigongti.org.organizationimport.row.Column;
import cn.yigongti.org.organizationimport.sheet.Dialect;
import cn.yigongti.org.organizationimport.sheet.SheetLimits;
import cn.yigongti.org.organizationimport.sheet.SheetReader;
import cn.yigongti.org.organizationimport.sheet.SheetRow;
import cn.yigongti.org.organizationimport.sheet.SheetWriter;
import cn.yigongti.org.organizationimport.sheet.TextEncoding;
import cn.yigongti.org.organizationimport.sheet.format.SheetFiles;
import cn.yigongti.org.organizationimport.sheet.inspection.FileInspection;
import cn.yigongti.platform.test.ServiceTest;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.test.context.TestConstructor;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** The tables we hand out, in the hands of somebody who fills them in. */
@ServiceTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class ReportTests {

	private final RestTestClient http;

	private final ImportApi imports;

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path folder;

	ReportTests(RestTestClient http) {
		this.http = http;
		this.imports = ImportApi.everywhere(http);
	}

	static Stream<Dialect> dialects() {
		return Stream.of(Dialect.XLSX, Table.CSV, Dialect.csv(TextEncoding.GB18030, ';'));
	}

	@ParameterizedTest
	@MethodSource("dialects")
	void sayBesideEachRowWhatBecameOfIt(Dialect dialect) throws IOException {
		Table table = new Table().add("卫生院", "C220", "500229102", "T", "")
			.with(Column.PHONE, "+86-23-59220000")
			.add("卫生室", "D600", "500229102202", "V", "X")
			.with(Column.BEDS, "-5")
			.with(Column.OPENED_ON, "");
		JsonNode imported = this.imports.run("?partial=true", table.as(dialect));
		byte[] report = this.imports.report(imported);
		List<SheetRow> rows = read(report, dialect);
		List<String> header = rows.get(0).cells();
		assertThat(header).hasSize(18).endsWith("关停日期", "结果", "原因");
		assertThat(rows.get(1).cells()).startsWith("卫生院").contains("+86-23-59220000").endsWith("已导入");
		assertThat(rows.get(2).cell(16)).isEqualTo("有错误");
		assertThat(rows.get(2).cell(17)).isEqualTo("床位数：不能小于 0；成立日期：必填；上级机构编码：机构不存在，或不在您的数据范围内");
		if (dialect.encoding() != null) {
			assertThat(new String(report,
					dialect.encoding() == TextEncoding.UTF_8 ? StandardCharsets.UTF_8 : Charset.forName("GB18030")))
				.contains("'+86-23", "'-5");
		}
		JsonNode again = this.imports.run("?partial=true", report);
		assertThat(again.path("unchanged").asInt()).as(again.toString()).isOne();
		assertThat(again.path("rejected").asInt()).isOne();
		assertThat(read(this.imports.report(again), dialect).getFirst().cells()).isEqualTo(header);
	}

	@Test
	void tellReasonsInTheReadersLanguage() throws IOException {
		JsonNode imported = this.imports.run(new Table().add("卫生院", "C22X", "500229102", "T", "").as(Table.CSV));
		byte[] report = Objects.requireNonNull(this.http.get()
			.uri("/api/v1/organization-imports/" + imported.path("id").asString() + "/report")
			.header("Authorization", this.imports.api().bearer())
			.header("Accept-Language", "en")
			.exchange()
			.expectHeader()
			.valueMatches("Content-Disposition", "attachment; filename=.*\\.csv.*")
			.expectHeader()
			.contentTypeCompatibleWith("text/csv")
			.returnResult(byte[].class)
			.getResponseBody());
		assertThat(read(report, Table.CSV).get(1).cell(17)).startsWith("机构类别代码：").contains("character 4");
		assertThat(imported.path("failure").path("code").asString()).isEqualTo("rows-rejected");
	}

	@ParameterizedTest
	@ValueSource(strings = { "xlsx", "csv" })
	void templatesCanBeFilledInAndImported(String format) throws IOException {
		byte[] template = this.imports.api().download("/organization-imports/template?format=" + format);
		this.imports.submit("", template).expect(422, "empty-file");
		Dialect dialect = format.equals("csv") ? Table.CSV : Dialect.XLSX;
		List<List<String>> filled = new ArrayList<>();
		read(template, dialect).forEach((row) -> filled.add(row.cells()));
		assertThat(filled.getLast()).contains("机构名称*", "行政区划代码*", "床位数");
		filled.add(Arrays.stream(Column.values())
			.map((column) -> column == Column.CREDIT_CODE || column == Column.INSTITUTION_CODE ? "" : column.example())
			.toList());
		JsonNode imported = this.imports.run("?dryRun=true", write(filled, dialect));
		assertThat(imported.path("accepted").asInt()).as(imported + " " + this.imports.errors(imported)).isOne();
	}

	@Test
	void theTemplateExplainsEveryColumn() throws IOException {
		String text = new String(this.imports.api().download("/organization-imports/template?format=csv"),
				StandardCharsets.UTF_8);
		assertThat(text).startsWith("\uFEFF\"# 机构名称*：");
		byte[] workbook = this.imports.api().download("/organization-imports/template");
		try (ReadableWorkbook sheets = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
			List<Row> notes = sheets.findSheet("填写说明").orElseThrow().read();
			assertThat(notes).hasSize(Column.values().length + 1);
			for (Column column : Column.values()) {
				assertThat(text).contains(column.header(), column.note());
				assertThat(notes).anySatisfy((row) -> assertThat(row.getCellText(0)).isEqualTo(column.header()));
			}
		}
		this.imports.api().get("/organization-imports/template?format=ods").expect(400, "invalid-parameter");
	}

	private byte[] write(List<List<String>> rows, Dialect dialect) throws IOException {
		var out = new ByteArrayOutputStream();
		try (SheetWriter writer = SheetFiles.write(out, dialect, "机构")) {
			for (List<String> row : rows) {
				writer.row(row);
			}
		}
		return out.toByteArray();
	}

	private List<SheetRow> read(byte[] content, Dialect dialect) throws IOException {
		Path file = Files.write(Files.createTempFile(this.folder, "report", ""), content);
		assertThat(FileInspection.of(file)).isEqualTo(dialect);
		List<SheetRow> rows = new ArrayList<>();
		try (SheetReader reader = SheetFiles.open(file, dialect, SheetLimits.ofRows(100))) {
			for (Optional<SheetRow> row = reader.next(); row.isPresent(); row = reader.next()) {
				rows.add(row.get());
			}
		}
		return rows;
	}

}

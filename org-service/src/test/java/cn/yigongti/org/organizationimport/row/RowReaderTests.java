package cn.yigongti.org.organizationimport.row;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import cn.yigongti.org.organization.Coordinates;
import cn.yigongti.org.organization.OrganizationDraft;
import cn.yigongti.org.organization.Tier;
import cn.yigongti.org.organizationimport.sheet.SheetRefused;
import cn.yigongti.org.organizationimport.sheet.SheetRow;
import cn.yigongti.platform.test.ServiceTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.test.context.TestConstructor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ServiceTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class RowReaderTests {

	private static final Header HEADER = Header.of(Arrays.stream(Column.values()).map(Column::header).toList());

	private final RowReader reader;

	RowReaderTests(RowReader reader) {
		this.reader = reader;
	}

	@Test
	void readsAllColumns() {
		ReadRow row = read(Map.of(Column.SHORT_NAME, "县医院", Column.TIER, "县级医院", Column.CREDIT_CODE,
				"125002290000010111", Column.INSTITUTION_CODE, "H-1", Column.PARENT, "P-1", Column.ADDRESS, "东大街 1 号",
				Column.PHONE, "+86 (23) 5922-2222", Column.HOSPITAL_GRADE, "二级甲等", Column.CLOSED_ON, "2020/1/2"));
		assertThat(row.problems()).isEmpty();
		assertThat(row.parentCode()).isEqualTo("P-1");
		assertThat(row.draft()).isEqualTo(new OrganizationDraft("人民医院", "县医院", "A100", Tier.COUNTY,
				"125002290000010111", "H-1", "500229", null, "东大街 1 号", null, "+86 (23) 5922-2222", null, "二级甲等",
				LocalDate.of(2000, 1, 1), LocalDate.of(2020, 1, 2)));
		ReadRow numbers = read(Map.of(Column.LATITUDE, "-31.5", Column.LONGITUDE, "108", Column.BEDS, "40.0"));
		assertThat(numbers.draft().location()).isEqualTo(new Coordinates(-31.5, 108.0));
		assertThat(numbers.draft().beds()).isEqualTo(40);
	}

	@Test
	void readsColumnsThatAreAllExamples() {
		Map<Column, String> examples = new EnumMap<>(Column.class);
		Arrays.stream(Column.values()).forEach((column) -> examples.put(column, column.example()));
		assertThat(read(examples).problems()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "５００２２９,500229", "'　500229 ',500229", "'\u00a0500229\u200b',500229", "5.00229E+5,500229",
			"5.00229E+05,500229" })
	void readsCodesHoweverTheyWereTyped(String cell, String code) {
		assertThat(read(Column.REGION_CODE, cell).draft().regionCode()).isEqualTo(code);
	}

	@Test
	void keepsTheWidthOfWhatIsNoCode() {
		assertThat(read(Column.NAME, "　巴山镇卫生院（分院）　").draft().name()).isEqualTo("巴山镇卫生院（分院）");
	}

	@ParameterizedTest
	@ValueSource(strings = { "2026-01-02", "2026/1/2", "2026.01.02", "2026年1月2日", "２０２６／１／２" })
	void readsDatesInManyForms(String cell) {
		assertThat(read(Column.OPENED_ON, cell).draft().openedOn()).isEqualTo("2026-01-02");
	}

	@ParameterizedTest
	@CsvSource({ "市级医院,CITY", "县级医院,COUNTY", "乡镇卫生院,TOWNSHIP", "社区卫生服务中心,TOWNSHIP", "村卫生室,VILLAGE", "社区卫生服务站,VILLAGE",
			"COUNTY,COUNTY", "VILLAGE,VILLAGE" })
	void readsTiersByTheirNames(String cell, Tier tier) {
		assertThat(read(Column.TIER, cell).draft().tier()).isEqualTo(tier);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "NAME||not-blank", "NAME|县<BEL>医院|control-character",
			"SHORT_NAME|县<BEL>医院|control-character", "TYPE||not-null", "TYPE|I100|malformed 1 I",
			"TYPE|A10|code-length 4 3", "TIER|省级|unknown-tier 省级", "CREDIT_CODE|125002290000010112|check-digit 18 2 1",
			"CREDIT_CODE|12500229O000010111|malformed 9 O", "CREDIT_CODE|1.2500229000001E+17|digits-lost",
			"INSTITUTION_CODE|a_b|institution-code", "REGION_CODE||not-null", "REGION_CODE|50022|code-length 6/9/12 5",
			"REGION_CODE|5002X9|malformed 5 X", "REGION_CODE|990101|unknown-province 99",
			"REGION_CODE|5.00229E+08|digits-lost", "PARENT|5.00229E+08|digits-lost", "LATITUDE|x|not-a-number",
			"LATITUDE|91|decimal-max 90", "LONGITUDE|-181|decimal-min -180", "LONGITUDE|NaN|not-a-number",
			"PHONE|电话|phone", "BEDS|1.5|not-an-integer", "BEDS|-1|min 0", "BEDS|20001|max 20000",
			"BEDS|99999999999|not-an-integer", "BEDS|十|not-a-number", "OPENED_ON||not-null",
			"OPENED_ON|2026-02-30|not-a-date", "OPENED_ON|46024|not-a-date", "OPENED_ON|1700-01-01|calendar-date",
			"CLOSED_ON|明天|not-a-date", "CLOSED_ON|3000-01-01|calendar-date" })
	void saysWhatIsWrongWithACell(Column column, @Nullable String cell, String problem) {
		assertThat(problems(read(Map.of(Column.LATITUDE, "0", Column.LONGITUDE, "0"), column,
				(cell != null) ? cell.replace("<BEL>", "\u0007") : "")))
			.containsExactly(column.header() + " " + problem);
	}

	@Test
	void saysWhatIsTooLong() {
		assertThat(problems(read(Column.NAME, "院".repeat(101)))).containsExactly("机构名称 size 0 100");
		assertThat(problems(read(Column.SHORT_NAME, "院".repeat(51)))).containsExactly("机构简称 size 1 50");
		assertThat(problems(read(Column.ADDRESS, "院".repeat(201)))).containsExactly("地址 size 0 200");
		assertThat(problems(read(Column.HOSPITAL_GRADE, "级".repeat(21)))).containsExactly("医院等级 size 0 20");
	}

	@Test
	void saysAllThatIsWrong() {
		assertThat(
				problems(read(Map.of(Column.NAME, "", Column.TYPE, "D100", Column.LATITUDE, "31", Column.BEDS, "x"))))
			.containsExactly("机构名称 not-blank", "机构级别 tier-needed D100", "经度 not-null", "床位数 not-a-number");
	}

	@ParameterizedTest
	@ValueSource(strings = { "=1+1", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", "+1+1", "-1" })
	void refusesAFormulaAndSaysWhere(String cell) {
		SheetRow row = new SheetRow(7, cells(Map.of(), Column.ADDRESS, cell));
		assertThatExceptionOfType(SheetRefused.class).isThrownBy(() -> RowReader.refuseFormulas(HEADER, row))
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(SheetRefused.Reason.FORMULA))
			.satisfies((ex) -> assertThat(ex.arguments()).containsExactly("地址 7"));
	}

	@Test
	void takesNoSignedNumberForAFormula() {
		RowReader.refuseFormulas(HEADER,
				new SheetRow(1, cells(Map.of(Column.LATITUDE, "-31.5"), Column.PHONE, "+86-23")));
		SheetRow call = new SheetRow(1, cells(Map.of(), Column.PHONE, "+cmd|' /C calc'!A0"));
		assertThatExceptionOfType(SheetRefused.class).isThrownBy(() -> RowReader.refuseFormulas(HEADER, call));
	}

	private static List<String> problems(ReadRow row) {
		return row.problems()
			.stream()
			.map((problem) -> (problem.column().header() + " " + problem.code() + " "
					+ String.join(" ", problem.arguments().stream().map(String::valueOf).toList()))
				.strip())
			.toList();
	}

	private ReadRow read(Column column, String cell) {
		return read(Map.of(), column, cell);
	}

	private ReadRow read(Map<Column, String> cells, Column column, String cell) {
		return this.reader.read(HEADER, cells(cells, column, cell));
	}

	private ReadRow read(Map<Column, String> cells) {
		return this.reader.read(HEADER, cells(cells, Column.NAME, cells.getOrDefault(Column.NAME, "人民医院")));
	}

	/** A hospital, with some cells set otherwise. */
	private static List<String> cells(Map<Column, String> cells, Column column, String cell) {
		Map<Column, String> hospital = new EnumMap<>(Map.of(Column.NAME, "人民医院", Column.TYPE, "A100",
				Column.REGION_CODE, "500229", Column.OPENED_ON, "2000-01-01"));
		hospital.putAll(cells);
		hospital.put(column, cell);
		return Arrays.stream(Column.values()).map((known) -> hospital.getOrDefault(known, "")).toList();
	}

}

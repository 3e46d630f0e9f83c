package cn.yigongti.org.organizationimport;

import java.util.List;
import java.util.UUID;

import cn.yigongti.org.Api;
import cn.yigongti.org.code.CreditCodes;
import cn.yigongti.org.organizationimport.row.Column;
import cn.yigongti.platform.test.ServiceTest;
import cn.yigongti.platform.test.TestTokens;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.test.context.TestConstructor;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What is wrong with rows because of others, in the file and in the register. */
@ServiceTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class RowRuleTests {

	private final RestTestClient http;

	private final ImportApi imports;

	private final Api administrator;

	private final String county = Api.newCounty();

	RowRuleTests(RestTestClient http) {
		this.http = http;
		this.imports = ImportApi.everywhere(http);
		this.administrator = Api.administrator(http);
	}

	@Test
	void namesTheOtherLineOfARepeatedCode() {
		String creditCode = CreditCodes.valid("12" + this.county + "000001011");
		Table table = new Table().add("甲", "A100", this.county, "1", "")
			.add("乙", "A100", this.county, "2", "")
			.with(Column.CREDIT_CODE, creditCode)
			.add("丙", "A100", this.county, "1", "")
			.with(Column.CREDIT_CODE, creditCode)
			.add("丁", "A100", this.county, "1", "");
		JsonNode imported = this.imports.run("?partial=true", table.as(Table.CSV));
		assertThat(imported.path("applied").asInt()).isZero();
		List<JsonNode> rows = this.imports.rows(imported, "");
		assertThat(rows.get(0).path("errors").get(0).path("detail").asString()).isEqualTo("与第 5 行重复");
		assertThat(rows.get(1).path("errors").get(0).path("detail").asString()).isEqualTo("与第 4 行重复");
		assertThat(rows.get(2).path("errors")).hasSize(2);
		assertThat(rows.get(3).path("errors").get(0).path("detail").asString()).isEqualTo("与第 2 行重复");
	}

	@Test
	void findsAParentInTheFileOrInTheRegister() {
		Table centre = new Table().add("卫生院", "C220", this.county + "101", "T", "");
		this.imports.run(centre.as(Table.CSV));
		Table clinics = new Table().add("一村", "D600", this.county + "101201", "V", "")
			.with(Column.PARENT, centre.code("T"))
			.add("二村", "D600", this.county + "101202", "W", "Nobody")
			.add("三村", "D600", this.county + "102203", "X", "")
			.with(Column.PARENT, centre.code("T"))
			.add("四村", "D600", this.county + "101204", "Y", "")
			.add("五村", "D600", this.county + "101205", "Z", "V")
			.add("六村", "D600", this.county + "101206", "S", "S");
		JsonNode imported = this.imports.run("?partial=true", clinics.as(Table.CSV));
		assertThat(imported.path("applied").asInt()).isOne();
		assertThat(this.imports.errors(imported)).containsOnlyKeys(3, 4, 5, 6, 7)
			.containsEntry(3, List.of("上级机构编码 unknown-organization"))
			.containsEntry(4, List.of("上级机构编码 parent-division"))
			.containsEntry(5, List.of("上级机构编码 parent-needed"))
			.containsEntry(6, List.of("上级机构编码 parent-tier"))
			.containsEntry(7, List.of("上级机构编码 parent-tier"));
	}

	@Test
	void saysAllThatIsWrongWithARow() {
		Table table = new Table().add("", "A1", "500229999", "bad code", "Nobody")
			.with(Column.OPENED_ON, "2999-01-01")
			.with(Column.PHONE, "x")
			.add("医院", "D100", "500229", "2", "")
			.with(Column.CLOSED_ON, "1999-01-01");
		JsonNode imported = this.imports.run(table.as(Table.CSV));
		assertThat(this.imports.errors(imported).get(2)).containsExactlyInAnyOrder("机构名称 not-blank",
				"机构类别代码 code-length", "机构编码 institution-code", "电话 phone", "上级机构编码 unknown-organization",
				"行政区划代码 unknown-division", "成立日期 future-date");
		assertThat(this.imports.errors(imported).get(3)).containsExactlyInAnyOrder("机构级别 tier-needed", "关停日期 after");
	}

	@Test
	void rejectsACodeThatIsRegisteredOtherwiseAndSaysInWhat() {
		Table first = new Table().add("医院", "A100", this.county, "1", "").with(Column.BEDS, "40");
		this.imports.run(first.as(Table.CSV));
		Table changed = new Table().add("新医院", "A100", this.county, "", "")
			.with(Column.INSTITUTION_CODE, first.code("1"))
			.with(Column.BEDS, "50")
			.with(Column.PHONE, "023-59220000");
		JsonNode imported = this.imports.run(changed.as(Table.CSV));
		assertThat(this.imports.errors(imported).get(2)).containsExactly("机构编码 duplicate-code",
				"机构名称 registered-otherwise", "电话 registered-otherwise", "床位数 registered-otherwise");
		Table lost = new Table().add("医院", "A100", this.county, "", "Nobody")
			.with(Column.INSTITUTION_CODE, first.code("1"));
		assertThat(this.imports.errors(this.imports.run(lost.as(Table.CSV)))).containsEntry(2,
				List.of("上级机构编码 unknown-organization"));
		Table less = new Table().add("医院", "A100", this.county, "", "").with(Column.INSTITUTION_CODE, first.code("1"));
		assertThat(this.imports.run(less.as(Table.CSV)).path("unchanged").asInt()).isOne();
	}

	@Test
	void tellsAChildOfAParentWhoseTierNobodyKnows() {
		Table table = new Table().add("卫生室", "D600", this.county + "101201", "V", "T")
			.add("所", "D100", this.county + "101", "T", "H")
			.add("医院", "A100", this.county, "H", "");
		assertThat(this.imports.errors(this.imports.run(table.as(Table.CSV))))
			.containsEntry(2, List.of("上级机构编码 parent-rejected"))
			.containsEntry(3, List.of("机构级别 tier-needed"))
			.hasSize(2);
	}

	@Test
	void registersWithoutCodesWhatIsInTheFileTwice() {
		Table twins = new Table();
		for (int i = 0; i < 2; i++) {
			twins.add("医院", "A100", this.county, "", "").with(Column.INSTITUTION_CODE, "");
		}
		assertThat(this.imports.run(twins.as(Table.CSV)).path("applied").asInt()).isEqualTo(2);
	}

	@Test
	void knowsAnOrganizationWithoutCodesByNameAndDivision() {
		Table table = new Table().add("医院", "A100", this.county, "", "").with(Column.INSTITUTION_CODE, "");
		assertThat(this.imports.run(table.as(Table.CSV)).path("applied").asInt()).isOne();
		assertThat(this.imports.run(table.as(Table.CSV)).path("unchanged").asInt()).isOne();
		table.with(Column.BEDS, "40");
		assertThat(this.imports.run(table.as(Table.CSV)).path("applied").asInt()).isOne();
	}

	@Test
	void registersWhereTheCallerMayRegister() {
		ImportApi region = ImportApi.of(this.http, TestTokens.user().mayInRegion(this.county, ImportApi.permissions()));
		Table table = new Table().add("医院", "A100", this.county, "1", "").add("他县医院", "A100", Api.newCounty(), "2", "");
		JsonNode imported = region.run("?partial=true", table.as(Table.CSV));
		assertThat(imported.path("applied").asInt()).isOne();
		assertThat(region.errors(imported).get(3)).containsExactly("行政区划代码 scope-exceeded");
		UUID lead = this.administrator.hospital(this.county);
		UUID consortium = this.administrator.consortium(this.county, lead);
		ImportApi member = ImportApi.of(this.http,
				TestTokens.user().mayInConsortium(consortium, ImportApi.permissions()));
		Table clinic = new Table().add("卫生院", "C220", this.county + "101", "T", "")
			.add("卫生室", "D600", this.county + "101201", "V", "T")
			.add("他县医院", "A100", Api.newCounty(), "X", "");
		JsonNode partly = member.run("?partial=true", clinic.as(Table.CSV));
		assertThat(partly.path("applied").asInt()).as(partly.toString()).isEqualTo(2);
		assertThat(member.errors(partly).get(4)).containsExactly("行政区划代码 scope-exceeded");
	}

	@Test
	void showsNothingOfOrganizationsOutOfSight() {
		Table hidden = new Table().add("医院", "A100", Api.newCounty(), "1", "");
		this.imports.run(hidden.as(Table.CSV));
		ImportApi region = ImportApi.of(this.http, TestTokens.user().mayInRegion(this.county, ImportApi.permissions()));
		Table probing = new Table().add("医院", "A100", this.county, "", "")
			.with(Column.INSTITUTION_CODE, hidden.code("1"))
			.add("卫生院", "C220", this.county + "101", "2", "")
			.with(Column.PARENT, hidden.code("1"));
		assertThat(region.errors(region.run("?partial=true", probing.as(Table.CSV))))
			.containsEntry(2, List.of("机构编码 duplicate-code"))
			.containsEntry(3, List.of("上级机构编码 parent-rejected"));
		Table child = new Table().add("卫生院", "C220", this.county + "101", "2", "")
			.with(Column.PARENT, hidden.code("1"));
		assertThat(region.errors(region.run(child.as(Table.CSV)))).containsEntry(2,
				List.of("上级机构编码 unknown-organization"));
	}

}

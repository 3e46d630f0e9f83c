package cn.yigongti.org.organizationimport;

import java.util.stream.Stream;

import cn.yigongti.org.organizationimport.row.Column;
import cn.yigongti.org.organizationimport.sheet.Dialect;
import cn.yigongti.org.organizationimport.sheet.TextEncoding;
import cn.yigongti.platform.test.ServiceTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@ServiceTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class OrganizationImportTests {

	private final ImportApi imports;

	private final JdbcClient jdbc;

	OrganizationImportTests(RestTestClient http, JdbcClient jdbc) {
		this.imports = ImportApi.everywhere(http);
		this.jdbc = jdbc;
	}

	static Stream<Dialect> dialects() {
		return Stream.of(Dialect.XLSX, Table.CSV, Dialect.csv(TextEncoding.GB18030, ';'));
	}

	@ParameterizedTest
	@MethodSource("dialects")
	void registersACounty(Dialect dialect) {
		Table county = Table.county().shuffled();
		assertThat(county.size()).isEqualTo(232);
		JsonNode imported = this.imports.run(county.as(dialect));
		assertThat(imported.path("state").asString()).as(imported.toString()).isEqualTo("SUCCEEDED");
		assertThat(imported.path("format").asString()).isEqualTo(dialect.format().name());
		assertTally(imported, 232, 232, 0, 0, 232);
		JsonNode centre = this.imports.organization(county.code("500229102")).get(0);
		JsonNode clinic = this.imports.organization(county.code("500229102202")).get(0);
		assertThat(clinic.path("parentId")).isEqualTo(centre.path("id"));
		assertThat(clinic.path("tier").asString()).isEqualTo("VILLAGE");
		assertThat(auditEntries("organization:register", centre.path("id").asString())).isOne();
		assertThat(auditEntries("organization-import:apply", imported.path("id").asString())).isOne();
	}

	@Test
	void changesNothingTheSecondTime() {
		Table county = Table.county();
		this.imports.run(county.as(Table.CSV));
		JsonNode again = this.imports.run(county.as(Dialect.XLSX));
		assertThat(again.path("state").asString()).isEqualTo("SUCCEEDED");
		assertTally(again, 232, 0, 0, 232, 0);
		assertThat(this.imports.rows(again, "&outcome=UNCHANGED")).hasSize(200)
			.allSatisfy((row) -> assertThat(row.has("organizationId")).isTrue());
	}

	@Test
	void appliesAllOrNothing() {
		Table table = township().add("坏卫生室", "D600", "50022910X", "bad", "T");
		JsonNode imported = this.imports.run(table.as(Table.CSV));
		assertThat(imported.path("state").asString()).isEqualTo("FAILED");
		assertThat(imported.path("failure").path("code").asString()).isEqualTo("rows-rejected");
		assertThat(imported.path("failure").path("detail").asString()).contains("1 行");
		assertTally(imported, 4, 3, 1, 0, 0);
		assertThat(this.imports.rows(imported, "&outcome=NOT_APPLIED")).hasSize(3)
			.allSatisfy((row) -> assertThat(row.has("organizationId")).isFalse());
		assertThat(this.imports.organization(table.code("T"))).isEmpty();
	}

	@Test
	void appliesWhatIsGoodIfAskedTo() {
		Table table = township().add("坏卫生院", "C220", "500229", "bad", "")
			.with(Column.BEDS, "-1")
			.add("坏卫生院的卫生室", "D600", "500229102202", "child", "bad");
		JsonNode imported = this.imports.run("?partial=true", table.as(Table.CSV));
		assertThat(imported.path("state").asString()).isEqualTo("SUCCEEDED");
		assertTally(imported, 5, 3, 2, 0, 3);
		assertThat(this.imports.errors(imported)).containsOnlyKeys(5, 6)
			.satisfies((errors) -> assertThat(errors.get(5)).containsExactly("床位数 min"))
			.satisfies((errors) -> assertThat(errors.get(6)).containsExactly("上级机构编码 parent-rejected"));
		assertThat(this.imports.organization(table.code("V2")).get(0).path("name").asString()).isEqualTo("民生村卫生室");
		assertThat(this.imports.organization(table.code("bad"))).isEmpty();
	}

	@Test
	void triesOutWithoutAChange() {
		Table table = township();
		JsonNode imported = this.imports.run("?dryRun=true", table.as(Table.CSV));
		assertThat(imported.path("state").asString()).isEqualTo("SUCCEEDED");
		assertTally(imported, 3, 3, 0, 0, 0);
		assertThat(this.imports.rows(imported, "&outcome=ACCEPTED")).hasSize(3);
		assertThat(this.imports.organization(table.code("T"))).isEmpty();
		table.add("坏", "Z999", "500229", "bad", "");
		assertThat(this.imports.run("?dryRun=true", table.as(Table.CSV)).path("failure").path("code").asString())
			.isEqualTo("rows-rejected");
		JsonNode partly = this.imports.run("?dryRun=true&partial=true", table.as(Table.CSV));
		assertThat(partly.path("state").asString()).isEqualTo("SUCCEEDED");
		assertTally(partly, 4, 3, 1, 0, 0);
	}

	private static Table township() {
		return new Table().add("巴山镇卫生院", "C220", "500229102", "T", "")
			.add("立新村卫生室", "D600", "500229102202", "V1", "T")
			.add("民生村卫生室", "D600", "500229102204", "V2", "T");
	}

	private void assertTally(JsonNode imported, int rows, int accepted, int rejected, int unchanged, int applied) {
		assertThat(Stream.of("rows", "checked", "accepted", "rejected", "unchanged", "applied")
			.map((name) -> imported.path(name).asInt())).as(imported + " " + this.imports.errors(imported))
			.containsExactly(rows, rows, accepted, rejected, unchanged, applied);
	}

	private int auditEntries(String action, String id) {
		return this.jdbc.sql("select count(*) from audit_event where action = :action and resource_id = :id")
			.param("action", action)
			.param("id", id)
			.query(Integer.class)
			.single();
	}

}

package cn.yigongti.org.organizationimport.run;

import java.util.UUID;

import cn.yigongti.org.organizationimport.ImportApi;
import cn.yigongti.org.organizationimport.Table;
import cn.yigongti.platform.test.ServiceTest;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@ServiceTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class ForgetImportsTests {

	private final ImportApi imports;

	private final ForgetImports forgetting;

	private final JdbcClient jdbc;

	ForgetImportsTests(RestTestClient http, ForgetImports forgetting, JdbcClient jdbc) {
		this.imports = ImportApi.everywhere(http);
		this.forgetting = forgetting;
		this.jdbc = jdbc;
	}

	@Test
	void deletesFilesAndRowsAfterThirtyDaysAndSaysSo() {
		UUID old = finished(31);
		UUID recent = finished(29);
		this.forgetting.sweep();
		this.forgetting.sweep();
		assertThat(this.imports.read(old).has("contentDeletedAt")).isTrue();
		assertThat(this.imports.read(old).path("applied").asInt()).isOne();
		this.imports.api().get("/organization-imports/" + old + "/rows").expect(410, "content-deleted");
		this.imports.api().get("/organization-imports/" + old + "/report").expect(410, "content-deleted");
		assertThat(left("organization_import_row", old) + left("organization_import_chunk", old)).isZero();
		assertThat(this.jdbc.sql("select caller from audit_event where action = :action and resource_id = :id")
			.param("action", "organization-import:forget")
			.param("id", old.toString())
			.query(String.class)
			.list()).containsExactly("org-service");
		assertThat(this.imports.read(recent).has("contentDeletedAt")).isFalse();
		assertThat(left("organization_import_row", recent)).isOne();
		assertThat(left("organization_import_chunk", recent)).isOne();
	}

	private UUID finished(int daysAgo) {
		JsonNode over = this.imports.run(new Table().add("医院", "A100", "500229", "1", "").as(Table.CSV));
		UUID id = UUID.fromString(over.path("id").asString());
		this.jdbc
			.sql("update organization_import set finished_at = now() - make_interval(days => :days) where id = :id")
			.param("days", daysAgo)
			.param("id", id)
			.update();
		return id;
	}

	private int left(String table, UUID id) {
		return this.jdbc.sql("select count(*) from " + table + " where import_id = :id")
			.param("id", id)
			.query(Integer.class)
			.single();
	}

}

package cn.yigongti.org.region;

import java.sql.Connection;
import java.util.Map;

import javax.sql.DataSource;

import cn.yigongti.org.Api;
import cn.yigongti.platform.test.ServiceTest;
import org.flywaydb.core.api.configuration.ClassicConfiguration;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.migration.Context;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@ServiceTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class LoadDivisionsTests {

	private final Api api;

	private final JdbcClient jdbc;

	private final DataSource database;

	LoadDivisionsTests(RestTestClient http, JdbcClient jdbc, DataSource database) {
		this.api = Api.administrator(http);
		this.jdbc = jdbc;
		this.database = database;
	}

	@Test
	void takesUpNewNamesButLeavesWhatAnAdministratorHasWritten() throws Exception {
		this.api.put("/regions/500238243215", "*", Map.of("name", "新名")).expect(200);
		this.jdbc.sql("update region set name = '旧名' where code = '500238243216'").update();
		load();
		assertThat(nameOf("500238243215")).isEqualTo("新名");
		assertThat(nameOf("500238243216")).isNotEqualTo("旧名");
	}

	private String nameOf(String code) {
		return this.api.get("/regions/" + code).expect(200).path("name").asString();
	}

	private void load() throws Exception {
		try (Connection connection = this.database.getConnection()) {
			new LoadDivisions().migrate(new Context() {
				@Override
				public Configuration getConfiguration() {
					return new ClassicConfiguration();
				}

				@Override
				public Connection getConnection() {
					return connection;
				}
			});
		}
	}

}

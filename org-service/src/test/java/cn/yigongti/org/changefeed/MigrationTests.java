package cn.yigongti.org.changefeed;

import java.util.Map;
import java.util.UUID;

import cn.yigongti.platform.test.servers.TestDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;

class MigrationTests {

	private final TestDatabase database = TestDatabase.create("migration");

	@Test
	void whatWasRegisteredBeforeIsInTheFeed() {
		migrateTo("5");
		JdbcClient jdbc = JdbcClient.create(new DriverManagerDataSource(this.database.url(),
				this.database.owner().role(), this.database.owner().password()));
		UUID organization = UUID.randomUUID();
		jdbc.sql("""
				with registered as (insert into organization (id, version, opened_on, created_at, updated_at)
				values (:id, 0, '2000-01-01', now(), now()))
				insert into organization_edition (organization_id, from_on, name, short_name, type, tier, region_code)
				values (:id, '2000-01-01', '人民医院', '县医院', 'A100', 'COUNTY', '540001')""")
			.param("id", organization)
			.update();
		migrateTo("latest");
		assertThat(jdbc.sql("select organization_id from organization_change").query(UUID.class).list())
			.containsExactly(organization);
	}

	private void migrateTo(String version) {
		Flyway.configure()
			.dataSource(this.database.url(), this.database.owner().role(), this.database.owner().password())
			.placeholders(Map.of("service-role", this.database.user().role()))
			.locations("classpath:db/platform", "classpath:db/migration")
			.target(version)
			.load()
			.migrate();
	}

}

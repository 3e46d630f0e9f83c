package cn.yigongti.platform.routing;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import cn.yigongti.platform.test.servers.TestDatabase;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;

class StandbyDataSourceTests {

	private final TestDatabase database = TestDatabase.create("routing");

	private final DataSource primary = at(this.database.url());

	@Test
	void readsOnTheStandbyWhileItFollows() {
		StandbyDataSource routed = routed(at(this.database.standbyUrl()), Duration.ofSeconds(5));
		assertThat(isStandby(routed)).isTrue();
		assertThat(routed.isUsable()).isTrue();
	}

	@Test
	void readsOnThePrimaryWhenTheStandbyIsDown() {
		StandbyDataSource routed = routed(at("jdbc:postgresql://127.0.0.1:1/nowhere"), Duration.ofSeconds(5));
		assertThat(isStandby(routed)).isFalse();
		assertThat(routed.isUsable()).isFalse();
	}

	@Test
	void readsOnThePrimaryWhenTheStandbyIsTooFarBehind() {
		StandbyDataSource routed = routed(at(this.database.standbyUrl()), Duration.ofSeconds(-1));
		assertThat(isStandby(routed)).isFalse();
	}

	/** A connection may be lost between two checks. */
	@Test
	void readsOnThePrimaryWhenTheStandbyGoesDownUnnoticed() {
		DataSource standby = at(this.database.standbyUrl());
		var calls = new AtomicInteger();
		DataSource fragile = new DriverManagerDataSource() {
			@Override
			public Connection getConnection() throws SQLException {
				if (calls.getAndIncrement() > 0) {
					throw new SQLException("gone");
				}
				return standby.getConnection();
			}
		};
		assertThat(isStandby(routed(fragile, Duration.ofSeconds(5)))).isFalse();
	}

	private StandbyDataSource routed(DataSource standby, Duration tolerance) {
		return new StandbyDataSource(standby, this.primary, tolerance);
	}

	private DataSource at(String url) {
		return new DriverManagerDataSource(url, this.database.user().role(), this.database.user().password());
	}

	private static boolean isStandby(DataSource source) {
		return JdbcClient.create(source).sql("select pg_is_in_recovery()").query(Boolean.class).single();
	}

}

package cn.yigongti.platform.test.servers;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import cn.yigongti.localservers.Postgres.Login;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TestDatabaseTests {

	@Test
	void isReadableOnTheStandbyWhenItIsMade() throws SQLException {
		TestDatabase database = TestDatabase.create("referral");

		try (Connection standby = connect(database.standbyUrl(), database.user())) {
			assertThat(answer(standby, "select pg_is_in_recovery()")).isEqualTo("t");
		}
	}

	@Test
	void showsOnTheStandbyWhatWasWrittenOnThePrimary() throws SQLException {
		TestDatabase database = TestDatabase.create("referral");
		try (Connection primary = connect(database.url(), database.owner());
				Statement statement = primary.createStatement()) {
			statement.execute("create table patient (name text)");
			statement.execute("insert into patient values ('张三')");
			statement.execute("grant select on patient to " + database.user().role());
		}

		TestServers.postgres().awaitStandby();

		try (Connection standby = connect(database.standbyUrl(), database.user())) {
			assertThat(answer(standby, "select name from patient")).isEqualTo("张三");
		}
	}

	@Test
	void isClosedToTheRoleOfAnother() {
		TestDatabase ours = TestDatabase.create("referral");
		TestDatabase theirs = TestDatabase.create("referral");

		assertThat(ours.name()).isNotEqualTo(theirs.name());
		assertThatThrownBy(() -> connect(ours.url(), theirs.user()).close()).hasMessageContaining("permission denied");
	}

	private static Connection connect(String url, Login as) throws SQLException {
		return DriverManager.getConnection(url, as.role(), as.password());
	}

	private static String answer(Connection connection, String query) throws SQLException {
		try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(query)) {
			assertThat(rows.next()).isTrue();
			return rows.getString(1);
		}
	}

}

package cn.yigongti.localservers;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

import cn.yigongti.localservers.Postgres.Login;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresTests {

	private final RunningServers servers;

	private final Postgres postgres;

	PostgresTests(@TempDir Path state) {
		this.servers = LocalServers.in(state).withPostgres().withoutDurability().start();
		this.postgres = this.servers.postgres();
	}

	@BeforeAll
	void createPatient() throws SQLException {
		Databases.createPatient(this.postgres, "张三");
	}

	@AfterAll
	void stop() {
		this.servers.close();
	}

	@Test
	void showsOnTheStandbyWhatWasWrittenOnThePrimary() throws SQLException {
		Databases.rename(this.postgres, "李四");

		assertThat(Databases.patientOnStandby(this.postgres)).isEqualTo("李四");
	}

	@Test
	void refusesToWriteOnTheStandby() throws SQLException {
		try (Connection standby = Databases.connect(this.postgres.standbyUrl("referral"))) {
			assertThatThrownBy(() -> Postgres.execute(standby, "delete from patient"))
				.hasMessageContaining("read-only transaction");
		}
	}

	@Test
	void keepsADatabaseThatIsThere() throws SQLException {
		String before = Databases.patientOnPrimary(this.postgres);

		this.postgres.createDatabase("referral", Databases.OWNER, Databases.USER);

		assertThat(Databases.patientOnPrimary(this.postgres)).isEqualTo(before);
	}

	@Test
	void letsTheUserOfADatabaseDoWhatTheOwnerLetsIt() throws SQLException {
		try (Connection user = Databases.connect(this.postgres.url("referral"))) {
			assertThatThrownBy(() -> Postgres.execute(user, "delete from patient"))
				.hasMessageContaining("permission denied for table");
			assertThatThrownBy(() -> Postgres.execute(user, "create table mine (id int)"))
				.hasMessageContaining("permission denied for schema");
		}
	}

	@Test
	void takesADatabaseFromAUserWhoOwnedItOnce() throws SQLException {
		Login user = new Login("old", "secret");
		Login owner = new Login("old_owner", "secret");
		this.postgres.createDatabase("old", user, user);
		try (Connection connection = Databases.connect(this.postgres.url("old"), user)) {
			Postgres.execute(connection, "create extension btree_gist");
			Postgres.execute(connection, "create table kept as select 1 as id");
		}

		this.postgres.createDatabase("old", owner, user);

		try (Connection connection = Databases.connect(this.postgres.url("old"), owner)) {
			assertThat(Postgres.text(connection, "select id::text from kept")).isEqualTo("1");
		}
		try (Connection connection = Databases.connect(this.postgres.url("old"), user)) {
			assertThatThrownBy(() -> Postgres.execute(connection, "drop table kept"))
				.hasMessageContaining("must be owner");
		}
	}

	@Test
	void closesADatabaseToTheRolesOfOthers() {
		this.postgres.createDatabase("consultation", new Login("consultation_owner", "secret"),
				new Login("consultation", "secret"));

		assertThatThrownBy(() -> Databases.connect(this.postgres.url("consultation")).close())
			.hasMessageContaining("permission denied for database");
	}

	@Test
	void givesRolesNoRightsBeyondTheirDatabase() throws SQLException {
		try (Connection connection = Databases.connect(this.postgres.url("referral"))) {
			assertThat(Postgres.exists(connection, """
					select 1 from pg_roles where rolname = ?
					and not (rolsuper or rolcreatedb or rolcreaterole or rolreplication or rolbypassrls)""",
					"referral"))
				.isTrue();
		}
	}

	@Test
	void asksForThePassword() {
		Postgres guess = new Postgres(this.postgres.host(), this.postgres.port(), this.postgres.standbyPort(),
				this.postgres.superuser(), "guess");

		assertThatThrownBy(() -> guess.connect().close()).hasMessageContaining("password authentication failed");
	}

	@Test
	void sortsByCodePointWhateverTheLocale() throws SQLException {
		try (Connection connection = this.postgres.connect()) {
			assertThat(Postgres.text(connection,
					"select string_agg(x, '' order by x) from unnest(array['b', 'A', '乙', 'a', '一', 'B']) x"))
				.isEqualTo("ABab一乙");
		}
	}

	@Test
	void takesOnlyPlainNames() {
		assertThatIllegalArgumentException().isThrownBy(
				() -> this.postgres.createDatabase("x\"; drop database referral; --", Databases.OWNER, Databases.USER));
	}

}

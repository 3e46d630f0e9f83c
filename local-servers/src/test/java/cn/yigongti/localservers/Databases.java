package cn.yigongti.localservers;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

import cn.yigongti.localservers.Postgres.Login;

/** What tests write into a database of {@link Postgres}, and read again. */
final class Databases {

	private static final String NAME = "referral";

	private static final String PASSWORD = "it's 密码";

	static final Login OWNER = new Login("referral_owner", PASSWORD);

	static final Login USER = new Login(NAME, PASSWORD);

	private Databases() {
	}

	static void createPatient(Postgres postgres, String name) throws SQLException {
		postgres.createDatabase(NAME, OWNER, USER);
		try (Connection connection = connect(postgres.url(NAME), OWNER)) {
			Postgres.execute(connection, "create table patient as select '" + name + "' as name");
			Postgres.execute(connection, "grant select, update on patient to referral");
		}
	}

	static void rename(Postgres postgres, String name) throws SQLException {
		try (Connection connection = connect(postgres.url(NAME))) {
			Postgres.execute(connection, "update patient set name = '" + name + "'");
		}
	}

	static String patientOnPrimary(Postgres postgres) throws SQLException {
		return patient(postgres.url(NAME));
	}

	static String patientOnStandby(Postgres postgres) throws SQLException {
		postgres.awaitStandby();
		return patient(postgres.standbyUrl(NAME));
	}

	private static String patient(String url) throws SQLException {
		try (Connection connection = connect(url)) {
			return Postgres.text(connection, "select name from patient");
		}
	}

	static Connection connect(String url) throws SQLException {
		return connect(url, USER);
	}

	static Connection connect(String url, Login login) throws SQLException {
		return DriverManager.getConnection(url, login.role(), login.password());
	}

}

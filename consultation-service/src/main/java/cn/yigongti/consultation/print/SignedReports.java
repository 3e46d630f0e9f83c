package cn.yigongti.consultation.print;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The versions of reports, as far as paper wants to know of them. */
@Component
class SignedReports {

	private final JdbcClient jdbc;

	SignedReports(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<SignedReport> find(UUID consultationId, int version) {
		return this.jdbc.sql("select * from consultation_report where consultation_id = :id and version = :version")
			.param("id", consultationId)
			.param("version", version)
			.query((row, index) -> reportIn(row))
			.optional();
	}

	/** The number of the version that holds. */
	int newestOf(UUID consultationId) {
		return this.jdbc.sql("select max(version) from consultation_report where consultation_id = :id")
			.param("id", consultationId)
			.query(Integer.class)
			.single();
	}

	private static SignedReport reportIn(ResultSet row) throws SQLException {
		return new SignedReport(row.getInt("version"), row.getString("findings"), row.getString("opinion"),
				row.getString("advice"), row.getBoolean("critical_value"), row.getString("doctor_name"),
				row.getString("reviewer_name"), instant(row.getTimestamp("reviewed_at")),
				row.getString("amendment_reason"), row.getTimestamp("signed_at").toInstant());
	}

	private static @Nullable Instant instant(@Nullable Timestamp time) {
		return (time != null) ? time.toInstant() : null;
	}

}

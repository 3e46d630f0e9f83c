package cn.yigongti.consultation.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import cn.yigongti.platform.mapping.RowMappers;

import org.springframework.data.jdbc.core.JdbcAggregateOperations;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The reports kept. */
@Component
public class Reports {

	private final JdbcClient jdbc;

	private final JdbcAggregateOperations rows;

	private final RowMapper<Report> reports;

	Reports(JdbcClient jdbc, JdbcAggregateOperations rows, RowMappers mappers) {
		this.jdbc = jdbc;
		this.rows = rows;
		this.reports = mappers.of(Report.class);
	}

	/** All versions, the first one first. */
	public List<Report> of(UUID consultationId) {
		return this.jdbc.sql("select * from consultation_report where consultation_id = :id order by version")
			.param("id", consultationId)
			.query(this.reports)
			.list();
	}

	public Optional<Report> find(UUID consultationId, int version) {
		return this.jdbc.sql("select * from consultation_report where consultation_id = :id and version = :version")
			.param("id", consultationId)
			.param("version", version)
			.query(this.reports)
			.optional();
	}

	Optional<Report> findByExternalId(UUID consultationId, String externalId) {
		return this.jdbc
			.sql("select * from consultation_report where consultation_id = :id and external_id = :externalId")
			.param("id", consultationId)
			.param("externalId", externalId)
			.query(this.reports)
			.optional();
	}

	void add(Report report) {
		this.rows.insert(report);
	}

	/**
	 * Puts the reviewer's name below a version.
	 * @return whether nobody had done so before
	 */
	boolean review(UUID consultationId, int version, UUID reviewerId, String reviewerName, Instant at) {
		return this.jdbc.sql("""
				update consultation_report
				set reviewer_id = :reviewer, reviewer_name = :name, reviewed_at = cast(:at as timestamptz)
				where consultation_id = :id and version = :version and reviewer_id is null""")
			.param("reviewer", reviewerId)
			.param("name", reviewerName)
			.param("at", at.toString())
			.param("id", consultationId)
			.param("version", version)
			.update() == 1;
	}

}
